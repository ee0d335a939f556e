import type { RawEntry } from '#casework';

/** Histories of recently used streams, the longest unused dropped first. Only a shortcut: the store checks every append. */
export class HistoryCache {
  readonly #histories = new Map<string, readonly RawEntry[]>();

  constructor(private readonly capacity = 10_000) {}

  get(stream: string): readonly RawEntry[] | undefined {
    const history = this.#histories.get(stream);
    if (history) {
      this.#histories.delete(stream);
      this.#histories.set(stream, history);
    }
    return history;
  }

  set(stream: string, history: readonly RawEntry[]): readonly RawEntry[] {
    this.#histories.delete(stream);
    this.#histories.set(stream, history);
    if (this.#histories.size > this.capacity) {
      const oldest = this.#histories.keys().next();
      if (!oldest.done) this.#histories.delete(oldest.value);
    }
    return history;
  }

  forget(stream: string): void {
    this.#histories.delete(stream);
  }
}
