import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#kernel';
import type { Projection } from './projection.js';
import type { ProjectionRunner } from './projection-runner.js';
import type { ProjectionStatus } from './status.js';
import { collect, ofType, play } from './testkit/toy-log.js';
import { pointsOf, pointsProjection, totalProjection } from './testkit/toy-projection.js';
import { withSubscribe } from './testkit/with-subscribe.js';
import { Workshop, rowsIn } from './testkit/workshop.js';

const before = [collect('s-1', 5), collect('s-2', 6), collect('s-1', 7)];
const after = [collect('s-2', 8), collect('s-3', 9)];

async function statusOf(runner: ProjectionRunner, name = 'points'): Promise<ProjectionStatus> {
  const found = (await runner.status()).find((status) => status.name === name);
  if (!found) throw new Error(`no status of ${name}`);
  return found;
}

describe('a projection stops at an event', () => {
  it.each([1, 2, 3, 4, 5, 100])(
    'that its fold throws at, with everything before kept (batches of %i)',
    async (size) => {
      await using workshop = new Workshop();
      const { store } = workshop;
      await play(store, before, 'before');
      await play(store, [ofType('s-1', 'toy.poison')], 'poison');
      await play(store, after, 'after');
      const culprit = (await store.readAll({ filter: { types: ['toy.poison'] } })).events[0];
      const runner = workshop.runner({ batchSize: size });
      await runner.start();

      await expect(runner.waitFor(await store.head())).rejects.toMatchObject({
        code: 'projection-failed',
        kind: 'unavailable',
        facts: { projection: 'points', lastError: { position: culprit?.position } },
      });
      expect(await statusOf(runner)).toMatchObject({
        state: 'failed',
        behind: true,
        events: before.length,
        lastError: {
          code: 'projection-fold-failed',
          position: culprit?.position,
          eventId: culprit?.id,
          type: 'toy.poison',
        },
      });
      expect((await statusOf(runner)).lastError?.message).toContain('cannot digest');
      expect(rowsIn(runner)).toEqual(pointsOf(before));
    },
  );

  it('of a type that nobody knows, though the filter does not ask for it', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...before, ofType('s-1', 'toy.from-the-future'), ...after]);
    const runner = workshop.runner();
    await runner.start();

    await expect(runner.waitFor(await workshop.store.head())).rejects.toMatchObject({ code: 'projection-failed' });
    const { lastError } = await statusOf(runner);
    expect(lastError).toMatchObject({ code: 'unknown-event-type', type: 'toy.from-the-future' });
    expect(lastError?.position).toBe((await workshop.store.readAll({ max: 4 })).next);
    expect(rowsIn(runner)).toEqual(pointsOf(before));
  });

  it('of a version newer than the program', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...before, { ...collect('s-1', 1), version: 3 }]);
    const runner = workshop.runner();
    await runner.start();

    await expect(runner.waitFor(await workshop.store.head())).rejects.toMatchObject({ code: 'projection-failed' });
    expect((await statusOf(runner)).lastError).toMatchObject({ code: 'unknown-event-version', type: 'toy.collected' });
  });

  it('that the registry knows and the projection does not, if it says what it knows', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...before, ofType('s-1', 'toy.doubled'), ...after]);
    const strict: Projection = { ...pointsProjection, knownTypes: ['toy.collected'] };
    const runner = workshop.runner({ projections: [strict] });
    await runner.start();

    await expect(runner.waitFor(await workshop.store.head())).rejects.toMatchObject({ code: 'projection-failed' });
    expect((await statusOf(runner)).lastError).toMatchObject({ code: 'event-type-not-handled', type: 'toy.doubled' });
    expect(rowsIn(runner)).toEqual(pointsOf(before));
  });

  it('and the other projections go on', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...before, ofType('s-1', 'toy.poison'), ...after]);
    const runner = workshop.runner({ projections: [pointsProjection, totalProjection] });
    await runner.start();

    await runner.waitFor(await workshop.store.head(), { names: ['total'] });
    expect(await statusOf(runner, 'total')).toMatchObject({ state: 'live', behind: false, events: 6 });
    await expect(runner.waitFor(await workshop.store.head())).rejects.toMatchObject({ code: 'projection-failed' });
  });

  it('and a restart tries again: in vain while the cause is there, from where it stood when it is gone', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...before, ofType('s-1', 'toy.poison'), ...after]);
    const head = await workshop.store.head();
    let broken = true;
    let folded: string[] = [];
    const mended: Projection = {
      ...pointsProjection,
      open: (db) => {
        const handlers = pointsProjection.open(db);
        return {
          prepare: (events, history) => handlers.prepare!(events, history),
          apply: (events, prepared) => {
            folded.push(...events.map(({ type }) => type));
            handlers.apply(broken ? events : events.filter(({ type }) => type !== 'toy.poison'), prepared);
          },
        };
      },
    };
    const runner = workshop.runner({ projections: [mended] });
    await runner.start();
    await expect(runner.waitFor(head)).rejects.toMatchObject({ code: 'projection-failed' });
    runner.restart('points');
    await expect(runner.waitFor(head)).rejects.toMatchObject({ code: 'projection-failed' });

    broken = false;
    folded = [];
    runner.restart('points');
    await runner.waitFor(head);
    expect(folded).toEqual(['toy.poison', 'toy.collected', 'toy.collected']);
    expect(rowsIn(runner)).toEqual(pointsOf([...before, ...after]));
    expect((await statusOf(runner)).lastError).toBeUndefined();
  });

  it('when its apply is not synchronous', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, before);
    const late: Projection = { ...totalProjection, open: () => ({ apply: (): unknown => Promise.resolve() }) };
    const runner = workshop.runner({ projections: [late] });
    await runner.start();

    await expect(runner.waitFor(await workshop.store.head())).rejects.toMatchObject({ code: 'projection-failed' });
    expect((await statusOf(runner, 'total')).lastError?.message).toContain('apply must be synchronous');
  });

  it('when its own tables cannot be made', async () => {
    await using workshop = new Workshop();
    const runner = workshop.runner({ projections: [{ ...pointsProjection, schema: 'CREATE TABEL points' }] });
    await runner.start();
    await expect(runner.waitFor('1')).rejects.toMatchObject({ code: 'projection-failed' });
    expect((await statusOf(runner)).lastError?.message).toContain('TABEL');
  });
});

describe('what passes', () => {
  it('is tried again: a full disk, until there is room', async () => {
    await using workshop = new Workshop();
    const many = Array.from({ length: 2000 }, (_, index) => collect(`stream-${index}`, index));
    await play(workshop.store, many);
    let opened = 0;
    const cramped: Projection = {
      ...pointsProjection,
      open: (db) => {
        if (++opened === 1) db.exec('PRAGMA max_page_count = 8');
        return pointsProjection.open(db);
      },
    };
    const runner = await workshop.caughtUp({ projections: [cramped], batchSize: 500 });

    expect(workshop.warnings.map(({ code }) => code)).toContain('projection-retrying');
    expect(rowsIn(runner)).toEqual(pointsOf(many));
    expect(await statusOf(runner)).toMatchObject({ state: 'live', lastError: undefined });
  });

  it('is tried again: a subscription that breaks off or ends', async () => {
    await using workshop = new Workshop();
    const { store } = workshop;
    await play(store, before, 'before');
    let attempts = 0;
    const flaky = withSubscribe(
      store,
      (original) =>
        async function* (options) {
          const attempt = ++attempts;
          for await (const page of original(options)) {
            yield page;
            if (attempt === 1) throw new StoreUnavailable('store-unreachable', '连接中断');
            if (attempt === 2) return;
          }
        },
    );
    const runner = workshop.runner({ store: flaky, batchSize: 1 });
    await runner.start();
    await play(store, after, 'after');
    await runner.waitFor(await store.head());

    expect(rowsIn(runner)).toEqual(pointsOf([...before, ...after]));
    expect(workshop.warnings.map(({ message }) => message)).toEqual(['连接中断', '事件订阅意外结束']);
  });

  it('cannot be taken for health: a subscription that says nothing any more still shows as behind', async () => {
    await using workshop = new Workshop();
    const { store } = workshop;
    const deaf = withSubscribe(
      store,
      () =>
        async function* ({ signal }) {
          yield* [];
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
        },
    );
    const runner = workshop.runner({ store: deaf });
    await runner.start();
    await play(store, before);

    expect(await statusOf(runner)).toMatchObject({ behind: true, head: await store.head(), checkpoint: '' });
  });

  it('and a log that does not answer shows as behind an unknown head', async () => {
    await using workshop = new Workshop();
    const runner = await workshop.caughtUp();
    await workshop.store.close();
    expect(await statusOf(runner)).toMatchObject({ behind: true, head: undefined });
  });
});
