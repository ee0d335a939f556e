import type { Generation } from '../generation/generation.js';

/** Where the generations of one projection are kept: {@link DirectoryPlace} or {@link MemoryPlace}. */
export interface Place {
  /** Path of the generation in service; undefined when there is none. */
  current(): string | undefined;
  /** A path for a new generation in service, newer than {@link current}, nothing in the way. */
  fresh(): string;
  /** Path of the side generation of a rebuild, and whether one is there from before. */
  side(): { readonly path: string; readonly exists: boolean };
  /** Puts a complete side generation in service in one step and opens it there. It must not be used afterwards by its old name. */
  promote(side: Generation): Generation;
  /** Closes a generation and keeps its file for inspection; answers with the path, undefined in memory. */
  setAside(generation: Generation): string | undefined;
  /** Removes the files of a generation that is closed here. Other processes that still read it keep what they see. */
  discard(path: string): void;
}
