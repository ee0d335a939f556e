import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BEFORE_ALL } from '#kernel';
import { foldPage } from './generation/fold-page.js';
import { Generation, IN_MEMORY } from './generation/generation.js';
import { StreamHistory } from './stream-history.js';
import { collect, collectOld, double, ofType, play, toyRegistry, type ToyStep } from './testkit/toy-log.js';
import { pointsOf, pointsProjection } from './testkit/toy-projection.js';
import { Workshop, digestInMemory, rowsIn } from './testkit/workshop.js';

const stream = fc.constantFrom('s-1', 's-2', 's-3', 's-4');
const points = fc.nat(999);
const step: fc.Arbitrary<ToyStep> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(stream, points).map(([s, p]) => collect(s, p)) },
  { weight: 1, arbitrary: fc.tuple(stream, points).map(([s, p]) => collectOld(s, p)) },
  { weight: 1, arbitrary: stream.map(double) },
  { weight: 1, arbitrary: stream.map((s) => ofType(s, 'toy.noise')) },
);
const steps = fc.array(step, { maxLength: 60 });
const batchSize = fc.integer({ min: 1, max: 70 });

describe('the rows of a projection', () => {
  it('are the same live, rebuilt, rebuilt in other batches, and folded naively, whatever the interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, batchSize, batchSize, async (before, after, live, rebuilt) => {
        await using workshop = new Workshop();
        await play(workshop.store, before, 'before');
        const runner = await workshop.caughtUp({ batchSize: live });
        await play(workshop.store, after, 'after');
        await runner.waitFor(await workshop.store.head());

        expect(rowsIn(runner)).toEqual(pointsOf([...before, ...after]));
        const result = await runner.rebuild('points', { batchSize: rebuilt });
        expect(result).toMatchObject({ equal: true, swapped: true });
        expect(result.rebuiltDigest).toBe(await digestInMemory(workshop.store));
        expect(rowsIn(runner)).toEqual(pointsOf([...before, ...after]));
      }),
      { numRuns: 25 },
    );
  });

  it('do not depend on how streams interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('a', 'b'), points), { maxLength: 40 }), async (pairs) => {
        const interleaved = pairs.map(([s, p]) => collect(s, p));
        const sorted = [...interleaved].sort((x, y) => (x.stream < y.stream ? -1 : x.stream > y.stream ? 1 : 0));
        await using one = new Workshop();
        await using other = new Workshop();
        await play(one.store, interleaved);
        await play(other.store, sorted);
        expect(await digestInMemory(one.store)).toBe(await digestInMemory(other.store));
      }),
      { numRuns: 25 },
    );
  });

  it('are the same however often the runner is stopped and started on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 6 }), batchSize, async (portions, size) => {
        await using workshop = new Workshop();
        for (const [index, portion] of portions.entries()) {
          await play(workshop.store, portion, `portion-${index}`);
          const runner = await workshop.caughtUp({ batchSize: size });
          expect(rowsIn(runner)).toEqual(pointsOf(portions.slice(0, index + 1).flat()));
          await runner.stop();
        }
        expect(workshop.warnings).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('stay as they are when pages are delivered twice, overlapping or late', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 20 }),
        async (all, cuts) => {
          await using workshop = new Workshop();
          const { store } = workshop;
          await play(store, all);
          const generation = Generation.create(IN_MEMORY, pointsProjection);
          const fold = { registry: toyRegistry, history: new StreamHistory(store, toyRegistry) };
          const whole = await store.readAll({ max: 1000, filter: pointsProjection.filter ?? {} });
          let reached = 0;
          for (const [from, length] of cuts) {
            // Any page that leaves no gap behind what was delivered before.
            const page = await store.readAll({
              after: whole.events[Math.min(from, reached) - 1]?.position ?? BEFORE_ALL,
              max: length,
              filter: pointsProjection.filter ?? {},
            });
            await foldPage(generation, page, fold);
            reached = whole.events.filter(({ position }) => position <= generation.position).length;
          }
          await foldPage(generation, whole, fold);
          await foldPage(generation, whole, fold);
          const rows = generation.db.prepare('SELECT * FROM points ORDER BY stream').all();
          expect(rows.map((row) => ({ ...row }))).toEqual(pointsOf(all));
          generation.close();
        },
      ),
      { numRuns: 50 },
    );
  });
});
