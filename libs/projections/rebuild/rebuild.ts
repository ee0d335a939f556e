import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { digestOf } from '../digest/generation-digest.js';
import { Generation } from '../generation/generation.js';
import type { ProjectionLoop } from '../loop/projection-loop.js';
import type { LoopContext } from '../loop/loop-context.js';
import { openOfThisLog } from '../place/open-generation.js';
import { isViewCorrupt } from '../projection-errors.js';
import { foldUpTo, type FoldUpToOptions } from './fold-up-to.js';
import type { RebuildOptions, RebuildResult } from './rebuild-result.js';

const DEFAULT_BATCH = 5000;

/**
 * Builds the view of `loop` a second time from the beginning of the log, beside the one in service, and compares the two
 * at one and the same position; then, as `swap` says, puts the new one in service. Queries and the loop go on meanwhile,
 * except for the moment of the swap; no reader sees an older position after it than before.
 */
export async function rebuild(
  loop: ProjectionLoop,
  context: LoopContext,
  options: RebuildOptions,
): Promise<RebuildResult> {
  const started = performance.now();
  const { projection, place } = loop;
  const { swap = 'if-equal', signal } = options;

  // 1. The view in service, at one instant.
  await reachHead(loop, context.store, signal);
  const live = await digestOf(await loop.open(), projection);

  // 2. The same again from the log, up to the same position.
  const side = await openSide(loop, context.store, live.position, options.resume ?? false);
  let sideIsOurs = true;
  try {
    const folding: FoldUpToOptions = { ...context, batchSize: options.batchSize ?? DEFAULT_BATCH, signal };
    const onPage = ({ checkpoint: { events, position } }: Generation): void =>
      options.onProgress?.({ events, position, upTo: live.position });
    await foldUpTo(side, live.position, { ...folding, onPage });
    const rebuilt = await digestOf(side, projection);
    const equal = rebuilt.digest === live.digest;
    const swapped = swap === 'always' || (swap === 'if-equal' && equal);

    let { events } = rebuilt;

    // 3. One of the two goes into service, the other away, or aside if they differ.
    let aside: string | undefined;
    const putAway = (generation: Generation): void => {
      if (!equal) aside = place.setAside(generation);
      generation.close();
      place.discard(generation.path);
    };
    if (swapped) {
      await foldUpTo(side, await context.store.head(), folding);
      await loop.exchange(async (inService) => {
        await foldUpTo(side, inService.position, { ...folding, signal: undefined });
        sideIsOurs = false;
        events = side.checkpoint.events;
        const promoted = place.promote(side);
        putAway(inService);
        return promoted;
      });
    } else {
      putAway(side);
    }
    return {
      projection: projection.name,
      version: projection.version,
      position: live.position,
      events,
      equal,
      liveDigest: live.digest,
      rebuiltDigest: rebuilt.digest,
      swapped,
      ...(aside !== undefined && { aside }),
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    if (sideIsOurs) side.close();
  }
}

/** A loop at work is compared at the head of now or later; one that stands, where it stands. */
async function reachHead(loop: ProjectionLoop, store: EventStore, signal: AbortSignal | undefined): Promise<void> {
  if (loop.state === 'stopped' || loop.state === 'failed') return;
  try {
    await loop.waitFor(await store.head(), { ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    // It failed on the way: read again, the compiler does not know that a wait lies between.
    if ((loop.state as string) !== 'failed') throw error;
  }
}

/** The side file to go on with, or a new one. One that has gone past `upTo` cannot be compared there and is discarded. */
async function openSide(
  { place, projection }: ProjectionLoop,
  store: EventStore,
  upTo: Position,
  resume: boolean,
): Promise<Generation> {
  const { path, exists } = place.side();
  if (exists && resume) {
    try {
      const side = await openOfThisLog(path, projection, store);
      if (side.position <= upTo) return side;
      side.close();
    } catch (error) {
      if (!isViewCorrupt(error)) throw error;
    }
  }
  place.discard(path);
  return Generation.create(path, projection);
}
