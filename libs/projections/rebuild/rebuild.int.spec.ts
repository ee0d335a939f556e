import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { breathe } from '../breathe.js';
import { ProjectionRunner } from '../projection-runner.js';
import { collect, double, ofType, play, toyRegistry } from '../testkit/toy-log.js';
import { pointsOf, pointsProjection } from '../testkit/toy-projection.js';
import { withSubscribe } from '../testkit/with-subscribe.js';
import { Workshop, digestInMemory, rowsIn } from '../testkit/workshop.js';

const steps = Array.from({ length: 200 }, (_, n) => (n % 17 === 0 ? double(`s-${n % 5}`) : collect(`s-${n % 5}`, n)));

/** Falsifies a row behind the back of the runner. */
function falsify(workshop: Workshop, file = 'points-v1.g1.db'): void {
  const db = new DatabaseSync(join(workshop.directory, file));
  db.exec("UPDATE points SET points = points + 1 WHERE stream = 's-3'");
  db.close();
}

describe('rebuild', () => {
  it('finds the same rows, reports, and puts the new file in service', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    const progress: number[] = [];
    const result = await runner.rebuild('points', { batchSize: 50, onProgress: ({ events }) => progress.push(events) });

    const digest = await digestInMemory(workshop.store);
    expect(result).toMatchObject({
      projection: 'points',
      version: 1,
      position: await workshop.store.head(),
      events: 200,
      equal: true,
      liveDigest: digest,
      rebuiltDigest: digest,
      swapped: true,
    });
    expect(result).not.toHaveProperty('aside');
    expect(progress).toEqual([50, 100, 150, 200]);
    expect(workshop.files()).toEqual(['points-v1.g2.db']);
    expect(rowsIn(runner)).toEqual(pointsOf(steps));
  });

  it('leaves the file in service when told never to swap', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    expect(await runner.rebuild('points', { swap: 'never' })).toMatchObject({ equal: true, swapped: false });
    expect(workshop.files()).toEqual(['points-v1.g1.db']);
  });

  it('finds a falsified row, keeps the rebuilt file aside and the old one in service', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    falsify(workshop);
    const result = await runner.rebuild('points');

    expect(result).toMatchObject({ equal: false, swapped: false });
    expect(result.rebuiltDigest).toBe(await digestInMemory(workshop.store));
    expect(result.liveDigest).not.toBe(result.rebuiltDigest);
    expect(result.aside).toBe(join(workshop.directory, 'points-v1.differs-1.db'));
    expect(workshop.files()).toEqual(['points-v1.differs-1.db', 'points-v1.g1.db']);
    expect(rowsIn(runner)).not.toEqual(pointsOf(steps));
    expect(await runner.rebuild('points')).toMatchObject({ aside: join(workshop.directory, 'points-v1.differs-2.db') });
  });

  it('cures a falsified row when told to swap always, keeping the old file aside', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    falsify(workshop);
    const result = await runner.rebuild('points', { swap: 'always' });

    expect(result).toMatchObject({ equal: false, swapped: true });
    expect(workshop.files()).toEqual(['points-v1.differs-1.db', 'points-v1.g2.db']);
    expect(rowsIn(runner)).toEqual(pointsOf(steps));
    await play(workshop.store, [collect('s-1', 1)], 'more');
    await runner.waitFor(await workshop.store.head());
    expect(rowsIn(runner)).toEqual(pointsOf([...steps, collect('s-1', 1)]));
    const aside = new DatabaseSync(result.aside ?? '', { readOnly: true });
    expect(aside.prepare('SELECT count(*) AS n FROM points').get()).toEqual({ n: 5 });
    aside.close();
  });

  it.each(['always', 'if-equal', 'never'] as const)('goes on beside appends and queries (swap %s)', async (swap) => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp({ batchSize: 3 });
    const written = [...steps];
    let rebuilding = true;
    let seen = '';
    const writing = (async () => {
      for (let n = 0; rebuilding || n < 50; n++) {
        const step = n % 7 === 0 ? double(`s-${n % 6}`) : collect(`s-${n % 6}`, n);
        await play(workshop.store, [step], `during-${n}`);
        written.push(step);
        await runner.waitFor(await workshop.store.head());
        // Nobody ever reads rows older than those read before, the swap included.
        const position = runner.view('points').position();
        expect(position >= seen).toBe(true);
        seen = position;
        // As requests would come in: not all in one turn of the event loop.
        await breathe();
      }
    })();
    const result = await runner.rebuild('points', { batchSize: 10, swap });
    rebuilding = false;
    await writing;

    expect(result).toMatchObject({ equal: true, swapped: swap !== 'never' });
    await runner.waitFor(await workshop.store.head());
    expect(rowsIn(runner)).toEqual(pointsOf(written));
    expect((await runner.digest('points')).digest).toBe(await digestInMemory(workshop.store));
  });

  it('works without a start', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = workshop.runner();
    expect(await runner.rebuild('points')).toMatchObject({ equal: true, swapped: true, events: 200, position: '' });
    expect((await runner.digest('points')).digest).toBe(await digestInMemory(workshop.store));
    expect((await runner.status())[0]).toMatchObject({ state: 'stopped', events: 200 });
  });

  it('works in memory, falsified or not', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = new ProjectionRunner({
      store: workshop.store,
      registry: toyRegistry,
      projections: [pointsProjection],
    });
    await runner.start();
    expect(await runner.rebuild('points')).toMatchObject({ equal: true, swapped: true, events: 200 });
    runner.view('points').db.exec('DELETE FROM points');
    expect(await runner.rebuild('points', { swap: 'always' })).toMatchObject({ equal: false, swapped: true });
    expect(rowsIn(runner)).toEqual(pointsOf(steps));
    await runner.stop();
  });

  it('that is cut off leaves the view as it was, and can be gone on with', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    const cut = new AbortController();
    const onProgress = ({ events }: { events: number }): void => {
      if (events >= 100) cut.abort(new Error('enough'));
    };
    await expect(runner.rebuild('points', { batchSize: 50, signal: cut.signal, onProgress })).rejects.toThrow('enough');
    expect(workshop.files()).toEqual(['points-v1.g1.db', 'points-v1.rebuild.db']);
    expect(rowsIn(runner)).toEqual(pointsOf(steps));

    const resumed: number[] = [];
    const options = { batchSize: 50, onProgress: ({ events }: { events: number }) => resumed.push(events) };
    expect(await runner.rebuild('points', { ...options, resume: true })).toMatchObject({ equal: true, events: 200 });
    expect(resumed).toEqual([150, 200]);
    expect(workshop.files()).toEqual(['points-v1.g2.db']);
  });

  it('starts over when not told to resume', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    const cut = AbortSignal.abort(new Error('enough'));
    await expect(runner.rebuild('points', { signal: cut })).rejects.toThrow('enough');
    let stopped = Promise.resolve();
    const stop = (): void => void (stopped = runner.stop());
    const interrupted = runner.rebuild('points', { batchSize: 50, onProgress: stop });
    await expect(interrupted).rejects.toMatchObject({ code: 'projection-stopped' });
    await stopped;
    expect(workshop.files()).toEqual(['points-v1.g1.db', 'points-v1.rebuild.db']);
    const again = await workshop.caughtUp();
    const progress: number[] = [];
    await again.rebuild('points', { batchSize: 100, onProgress: ({ events }) => progress.push(events) });
    expect(progress).toEqual([100, 200]);
  });

  it('does not resume a side file that is further than the view to compare it with', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    await play(workshop.store, [ofType('s-1', 'toy.poison')], 'poison');
    const runner = workshop.runner();
    // Not started: compared at the beginning of the log, then brought to its end.
    const poisoned = { code: 'projection-fold-failed' };
    await expect(runner.rebuild('points')).rejects.toMatchObject(poisoned);
    await expect(runner.rebuild('points', { resume: true })).rejects.toMatchObject(poisoned);
    expect(await runner.rebuild('points', { resume: true, swap: 'never' })).toMatchObject({ equal: true, events: 0 });
  });

  it('never puts rows in service that are older than those it replaces', async () => {
    await using workshop = new Workshop();
    const { store } = workshop;
    await play(store, steps);
    const early = await store.head();
    // As if the log had been asked for its head just before the last appends.
    const stale = { ...withSubscribe(store, (original) => original), head: () => Promise.resolve(early) };
    const runner = await workshop.caughtUp({ store: stale });
    let appended: Promise<void> | undefined;
    const onProgress = (): void => void (appended ??= play(store, [collect('s-1', 1), double('s-2')], 'more'));
    const { position, swapped } = await runner.rebuild('points', { batchSize: 10, onProgress });
    const after = runner.view('points').position();
    await appended;
    expect({ position, swapped, after }).toEqual({ position: early, swapped: true, after: await store.head() });
  });

  it('is refused while one is running, and raises what stops the fold', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...steps, ofType('s-1', 'toy.poison')]);
    const runner = workshop.runner();
    const first = runner.rebuild('points');
    await expect(runner.rebuild('points')).rejects.toMatchObject({ code: 'rebuild-running' });
    await expect(first).rejects.toMatchObject({
      code: 'projection-fold-failed',
      facts: { position: await workshop.store.head(), type: 'toy.poison' },
    });
    await expect(runner.rebuild('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('compares a failed projection where it stands, and brings it back to life when the log can be folded', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...steps, collect('s-0', 9)]);
    let sick = true;
    const runner = workshop.runner({
      batchSize: 1,
      projections: [
        {
          ...pointsProjection,
          open: (db) => {
            const handlers = pointsProjection.open(db);
            return {
              prepare: (events, history) => handlers.prepare!(events, history),
              apply: (events, prepared) => {
                const culprit = events.some(({ stream, revision }) => stream === 's-4' && revision === 20);
                if (sick && culprit) throw new Error('sick');
                handlers.apply(events, prepared);
              },
            };
          },
        },
      ],
    });
    await runner.start();
    await expect(runner.waitFor(await workshop.store.head())).rejects.toMatchObject({ code: 'projection-failed' });
    sick = false;
    const result = await runner.rebuild('points');
    expect(result).toMatchObject({ equal: true, swapped: true });
    expect(result.position < (await workshop.store.head())).toBe(true);
    await runner.waitFor(await workshop.store.head());
    expect((await runner.status())[0]).toMatchObject({ lastError: undefined, behind: false, events: 201 });
    expect(rowsIn(runner)).toEqual(pointsOf([...steps, collect('s-0', 9)]));
  });
});
