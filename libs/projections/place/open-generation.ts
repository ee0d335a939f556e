import type { EventStore } from '#event-store';
import { Generation } from '../generation/generation.js';
import { faultOf, isViewCorrupt } from '../projection-errors.js';
import type { Projection } from '../projection.js';
import type { Warn } from '../warning.js';
import { assertOfThisLog } from './of-this-log.js';
import type { Place } from './place.js';

/**
 * The generation in service, or a new and empty one if there is none or it cannot be gone on with (damaged, of another
 * definition, of another log): then it is discarded with a warning, and the log fills the new one.
 * Raises `view-unavailable` and what the store raises.
 */
export async function openGeneration(
  place: Place,
  projection: Projection,
  store: EventStore,
  warn: Warn,
): Promise<Generation> {
  const path = place.current();
  if (path === undefined) return Generation.create(place.fresh(), projection);
  try {
    return await openOfThisLog(path, projection, store);
  } catch (error) {
    if (!isViewCorrupt(error)) throw error;
    warn({
      projection: projection.name,
      code: 'view-discarded',
      message: `视图将由日志重建：${faultOf(error).message}`,
      path,
    });
    const fresh = Generation.create(place.fresh(), projection);
    place.discard(path);
    return fresh;
  }
}

/** Opens `path`; raises `view-corrupt` when it is ahead of the log or holds an event that the log does not have there. */
export async function openOfThisLog(path: string, projection: Projection, store: EventStore): Promise<Generation> {
  const generation = Generation.open(path, projection);
  try {
    await assertOfThisLog(generation.checkpoint, store);
    return generation;
  } catch (error) {
    generation.close();
    throw error;
  }
}
