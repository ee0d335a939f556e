import type { Appended } from '../port.js';
import type { PreparedAppend } from '../prepare-append.js';
import type { Outcome } from './log-writer.js';

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** One transaction takes appends until it holds this many events: what waits longer than a disk flush gains nothing. */
const MAX_EVENTS_PER_COMMIT = 1024;

/**
 * Lets appends that arrive in the same turn of the event loop share one commit, hence one flush to the disk.
 * All requests whose bytes arrived while the previous commit ran are read in one turn, so load groups itself.
 */
export class GroupCommit {
  readonly #write: (group: readonly PreparedAppend[]) => readonly Outcome[];
  #waiting: Waiting[] = [];
  #scheduled = false;

  /** `write` must answer each append of the group, in order, and not throw. */
  constructor(write: (group: readonly PreparedAppend[]) => readonly Outcome[]) {
    this.#write = write;
  }

  /** Resolves or rejects with the outcome of this append alone, after the commit that holds it. */
  append(append: PreparedAppend): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#schedule();
    });
  }

  /** Commits everything that waits, now. */
  drain(): void {
    while (this.#waiting.length > 0) this.#commitOne();
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#commitOne();
      this.#schedule();
    });
  }

  #commitOne(): void {
    const group = this.#takeGroup();
    if (group.length === 0) return;
    const outcomes = this.#write(group.map((waiting) => waiting.append));
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index]!;
      if ('refused' in outcome) reject(outcome.refused);
      else resolve(outcome);
    }
  }

  #takeGroup(): readonly Waiting[] {
    let events = 0;
    let count = 0;
    while (count < this.#waiting.length && events < MAX_EVENTS_PER_COMMIT) {
      events += this.#waiting[count]!.append.events.length;
      count++;
    }
    const rest = this.#waiting.slice(count);
    const group = this.#waiting;
    group.length = count;
    this.#waiting = rest;
    return group;
  }
}
