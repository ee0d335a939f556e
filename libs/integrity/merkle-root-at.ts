import { setImmediate as nextTurn } from 'node:timers/promises';
import { BEFORE_ALL, type Position } from '#kernel';
import type { EventStore, StreamEnd } from '#event-store';
import { LogTree } from './log-tree.js';

/** How to read a log for its tree. */
export interface ReadTreeOptions {
  /** Called after every page with the number of events read. */
  readonly onProgress?: (read: number) => void;
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
}

const PAGE = 5_000;

/**
 * The tree over the heads of all streams at a position, as the log holds them: reads page by page and keeps one head per stream.
 * Hashes are taken as stored; who must know that they are right uses `verifyLog`. A position behind the end means the end.
 */
export async function merkleRootAt(
  store: EventStore,
  position: Position,
  options: ReadTreeOptions = {},
): Promise<LogTree> {
  const [tree] = await merkleRootsAt(store, [position], options);
  return tree!;
}

/** {@link merkleRootAt} for several positions in ascending order, in one reading. */
export async function merkleRootsAt(
  store: EventStore,
  positions: readonly Position[],
  { onProgress, signal }: ReadTreeOptions = {},
): Promise<readonly LogTree[]> {
  const trees: LogTree[] = [];
  const ends = new Map<string, StreamEnd>();
  let read = 0;
  /** The trees of all positions before `next`. */
  const plantBefore = (next: Position): void => {
    while (trees.length < positions.length && positions[trees.length]! < next) {
      trees.push(new LogTree(positions[trees.length]!, ends));
    }
  };
  for (let after = BEFORE_ALL, atEnd = false; !atEnd && trees.length < positions.length; await nextTurn()) {
    signal?.throwIfAborted();
    const page = await store.readAll({ after, max: PAGE });
    for (const { stream, revision, hash, position } of page.events) {
      plantBefore(position);
      if (trees.length === positions.length) break;
      ends.set(stream, { revision, hash });
      read++;
    }
    onProgress?.(read);
    ({ next: after, atEnd } = page);
  }
  while (trees.length < positions.length) trees.push(new LogTree(positions[trees.length]!, ends));
  return trees;
}
