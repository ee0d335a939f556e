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

/** Recently used streams, the longest unused dropped first. Only a shortcut: the store checks every append. */
export class HistoryCache {
  readonly #streams = new Map<string, KnownStream>();

  constructor(private readonly capacity = 10_000) {}

  get(stream: string): KnownStream | undefined {
    const known = this.#streams.get(stream);
    if (known) {
      this.#streams.delete(stream);
      this.#streams.set(stream, known);
    }
    return known;
  }

  set(stream: string, known: KnownStream): KnownStream {
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    if (this.#streams.size > this.capacity) {
      const oldest = this.#streams.keys().next();
      if (!oldest.done) this.#streams.delete(oldest.value);
    }
    return known;
  }

  forget(stream: string): void {
    this.#streams.delete(stream);
  }
}
