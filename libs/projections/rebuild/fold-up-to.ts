import type { EventStore } from '#event-store';
import type { Position } from '#kernel';
import { breathe } from '../breathe.js';
import { foldPage, type FoldContext } from '../generation/fold-page.js';
import type { Generation } from '../generation/generation.js';

/** What to read from, in which portions, and whom to tell. */
export interface FoldUpToOptions {
  readonly store: EventStore;
  readonly fold: FoldContext;
  readonly batchSize: number;
  readonly signal?: AbortSignal | undefined;
  readonly onPage?: (generation: Generation) => void;
}

/**
 * Folds the log into a generation up to `upTo`, not further, so that its checkpoint is `upTo`. Nothing happens when it is
 * there or further already. Raises what {@link foldPage} and the store raise, and the signal's reason between two pages.
 */
export async function foldUpTo(generation: Generation, upTo: Position, options: FoldUpToOptions): Promise<void> {
  const { store, fold, batchSize, signal, onPage } = options;
  const { filter } = generation.projection;
  while (generation.position < upTo) {
    signal?.throwIfAborted();
    const page = await store.readAll({ after: generation.position, max: batchSize, ...(filter && { filter }) });
    const events = page.events.filter(({ position }) => position <= upTo);
    const next = page.next < upTo && !page.atEnd ? page.next : upTo;
    await foldPage(generation, { events, next }, fold);
    onPage?.(generation);
    await breathe();
  }
}
