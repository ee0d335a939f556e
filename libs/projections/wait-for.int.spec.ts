import { describe, expect, it } from '@jest/globals';
import { positionAfter } from './testkit/positions.js';
import { collect, play } from './testkit/toy-log.js';
import { pointsOf } from './testkit/toy-projection.js';
import { Workshop, rowsIn } from './testkit/workshop.js';

describe('waitFor', () => {
  it('answers at once when the position is in the rows', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [collect('s-1', 1)]);
    const runner = await workshop.caughtUp();
    await runner.waitFor(await workshop.store.head(), { timeoutMs: 0 });
    await runner.waitFor('', { timeoutMs: 0 });
  });

  it('lets a writer read what it wrote', async () => {
    await using workshop = new Workshop();
    const runner = await workshop.caughtUp();
    const steps = Array.from({ length: 50 }, (_, index) => collect(`s-${index % 7}`, index));
    for (const [index, step] of steps.entries()) {
      await play(workshop.store, [step], `write-${index}`);
      await runner.waitFor(await workshop.store.head());
      expect(rowsIn(runner)).toEqual(pointsOf(steps.slice(0, index + 1)));
    }
  });

  it('reaches positions whose events the filter leaves out', async () => {
    await using workshop = new Workshop();
    const runner = await workshop.caughtUp();
    await play(workshop.store, [{ stream: 's-1', type: 'toy.noise' }]);
    await runner.waitFor(await workshop.store.head());
    expect(rowsIn(runner)).toEqual([]);
  });

  it('gives up after the timeout, and the projection goes on', async () => {
    await using workshop = new Workshop();
    const runner = await workshop.caughtUp();
    const never = positionAfter(await workshop.store.head());
    await expect(runner.waitFor(never, { timeoutMs: 5 })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'projection-behind',
    });
    expect((await runner.status())[0]).toMatchObject({ state: 'live' });
  });

  it('ends with the reason of the signal', async () => {
    await using workshop = new Workshop();
    const runner = await workshop.caughtUp();
    const never = positionAfter(await workshop.store.head());
    const gone = new AbortController();
    const waiting = runner.waitFor(never, { signal: gone.signal });
    gone.abort(new Error('the client hung up'));
    await expect(waiting).rejects.toThrow('the client hung up');
    await expect(runner.waitFor(never, { signal: gone.signal })).rejects.toThrow('the client hung up');
  });

  it('is refused by a runner that is stopped, before or meanwhile', async () => {
    await using workshop = new Workshop();
    const runner = workshop.runner();
    await expect(runner.waitFor('1')).rejects.toMatchObject({ code: 'projection-stopped' });
    await runner.start();
    const waiting = runner.waitFor(positionAfter(await workshop.store.head()));
    const refused = expect(waiting).rejects.toMatchObject({ kind: 'unavailable', code: 'projection-stopped' });
    await runner.stop();
    await refused;
  });

  it('refuses a projection that does not exist', async () => {
    await using workshop = new Workshop();
    const runner = workshop.runner();
    await expect(runner.waitFor('', { names: ['nobody'] })).rejects.toMatchObject({ code: 'not-found' });
    expect(() => runner.view('nobody')).toThrow('nobody');
  });
});
