/** Lets subscriptions of one process sleep until an append in the same process, without any timer. */
export class WakeUp {
  #rings = 0;
  readonly #sleepers = new Set<() => void>();

  /** Goes up with every ring. Take it before looking for events and hand it to {@link sleep}: no ring between the two is missed. */
  get rings(): number {
    return this.#rings;
  }

  /** Wakes everyone who sleeps now. */
  ring(): void {
    this.#rings++;
    for (const wake of [...this.#sleepers]) wake();
  }

  /** Resolves once there was a ring after the `seen`-th, when `signal` aborts, or after `atMost` milliseconds if given. */
  sleep(seen: number, signal: AbortSignal, atMost?: number): Promise<void> {
    if (signal.aborted || seen !== this.#rings) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = atMost === undefined ? undefined : setTimeout(wake, atMost);
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
