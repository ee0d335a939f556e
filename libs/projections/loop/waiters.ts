import { StoreUnavailable, type GongkaiError, type Position } from '#kernel';

/** How long a reader waits for its own write. */
export interface WaitOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds; without it, as long as it takes. */
  readonly timeoutMs?: number;
}

interface Waiter {
  readonly position: Position;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait for a projection to reach a position. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();

  /** Resolves at {@link reached}. Raises `projection-behind` (kind unavailable) after the timeout, or the signal's reason. */
  wait(position: Position, { signal, timeoutMs }: WaitOptions): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void): void => {
        this.#waiting.delete(waiter);
        clearTimeout(timer);
        signal?.removeEventListener('abort', aborted);
        settled();
      };
      const waiter: Waiter = {
        position,
        resolve: () => settle(resolve),
        reject: (error) => settle(() => reject(error)),
      };
      const aborted = (): void => waiter.reject(signal?.reason as Error);
      const timer = timeoutMs === undefined ? undefined : setTimeout(() => waiter.reject(behind(position)), timeoutMs);
      signal?.addEventListener('abort', aborted);
      this.#waiting.add(waiter);
    });
  }

  /** Lets go those whose position is in the rows. */
  reached(position: Position): void {
    for (const waiter of [...this.#waiting]) if (waiter.position <= position) waiter.resolve();
  }

  /** Sends everyone away: the position will not be reached. */
  fail(error: GongkaiError): void {
    for (const waiter of [...this.#waiting]) waiter.reject(error);
  }
}

function behind(position: Position): StoreUnavailable {
  return new StoreUnavailable('projection-behind', `视图尚未更新到位置 ${position}，请稍后重试`);
}
