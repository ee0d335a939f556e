import { MemoryEventStore } from '#event-store';
import { ProjectionRunner } from '../projection-runner.js';
import { play, toyRegistry } from './toy-log.js';
import { killSteps } from './kill-steps.js';
import { pointsProjection } from './toy-projection.js';

/**
 * A process to be killed: folds the log of {@link killSteps} into the directory given as its first argument, then rebuilds
 * and swaps for ever. Prints one character per step on the way.
 */
const [, , directory = '', batch = '10'] = process.argv;
const store = new MemoryEventStore();
await play(store, killSteps);
const runner = new ProjectionRunner({
  store,
  registry: toyRegistry,
  projections: [pointsProjection],
  directory,
  batchSize: Number(batch),
});
process.stdout.write('s');
await runner.start();
await runner.waitFor(await store.head());
for (;;) {
  process.stdout.write('c');
  await runner.rebuild('points', { batchSize: 500, resume: true, onProgress: () => process.stdout.write('r') });
}
