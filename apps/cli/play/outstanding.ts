/** What a taken command answers when it is durable. */
export interface Answer {
  /** True when an earlier run had recorded it. */
  readonly repeated: boolean;
}

/** Most commands that may be decided but not yet durable. Beyond it the next one waits for the oldest. */
export const MAX_OUTSTANDING = 512;

/**
 * Commands on their way to the disk, in the order in which they were decided. Many share one commit, so waiting for each
 * in turn would only make the disk wait.
 */
export class Outstanding {
  #waiting: Promise<Answer>[] = [];

  constructor(private readonly answered: (answer: Answer) => void) {}

  /** Adds a command; waits while too many are on their way. Raises what an older one failed with. */
  async add(durable: Promise<Answer>): Promise<void> {
    // A failure is raised where it is waited for; until then it must not count as unhandled.
    durable.catch(() => undefined);
    this.#waiting.push(durable);
    if (this.#waiting.length >= MAX_OUTSTANDING) await this.settle(MAX_OUTSTANDING / 2);
  }

  /** Waits until at most `rest` are on their way. Raises the first failure. */
  async settle(rest = 0): Promise<void> {
    const due = this.#waiting.slice(0, Math.max(0, this.#waiting.length - rest));
    this.#waiting = this.#waiting.slice(due.length);
    for (const durable of due) this.answered(await durable);
  }
}
