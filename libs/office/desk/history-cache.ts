import type { RawEntry } from '#casework';
import type { Recorded } from '../request.js';

/** What a command that is part of a history was, and what it was answered. */
export interface KnownCommand {
  /** Tells the repetition of a command from another one under the same id. */
  readonly hash: string;
  /** Still to come while the append is on its way. */
  readonly recorded: Promise<Recorded>;
}

/** A stream as this process knows it, appends on their way included. */
export interface KnownStream {
  readonly history: readonly RawEntry[];
  /** The command behind each event of the history, by event id. */
  readonly commands: ReadonlyMap<string, KnownCommand>;
}

/**
 * Recently used streams. Only a shortcut: the store checks every append. Two generations of half the capacity: what is used
 * moves to the young one, and when that is full the old one is dropped whole. So the least used go, at no cost per use.
 */
export class HistoryCache {
  #young = new Map<string, KnownStream>();
  #old = new Map<string, KnownStream>();

  constructor(private readonly capacity = 10_000) {}

  get(stream: string): KnownStream | undefined {
    const young = this.#young.get(stream);
    if (young) return young;
    const old = this.#old.get(stream);
    return old && this.set(stream, old);
  }

  set(stream: string, known: KnownStream): KnownStream {
    if (this.#young.size >= this.capacity / 2 && !this.#young.has(stream)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(stream, known);
    return known;
  }

  forget(stream: string): void {
    this.#young.delete(stream);
    this.#old.delete(stream);
  }
}
