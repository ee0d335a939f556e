import { IN_MEMORY, type Generation } from '../generation/generation.js';
import type { Place } from './place.js';

/** Generations in memory, gone with the process: for tests and one-off folds. */
export class MemoryPlace implements Place {
  current(): undefined {
    return undefined;
  }

  fresh(): string {
    return IN_MEMORY;
  }

  side(): { readonly path: string; readonly exists: boolean } {
    return { path: IN_MEMORY, exists: false };
  }

  promote(side: Generation): Generation {
    return side;
  }

  setAside(generation: Generation): undefined {
    generation.close();
  }

  discard(): void {
    // Closing it was all.
  }
}
