import type { ThrottlerStorage } from '@nestjs/throttler';

interface Window {
  hits: number;
  endsAt: number;
}

/** How many windows to hold before those that have ended are thrown away. */
const SWEEP_ABOVE = 10_000;

/**
 * Counts requests in fixed windows: one small record per person or address and constant work per request, whatever the
 * limit. (The storage that comes with the throttler walks over every hit of the last minute.)
 */
export class WindowStorage implements ThrottlerStorage {
  readonly #windows = new Map<string, Window>();

  /** `ttl`: length of a window, milliseconds. The answer counts in seconds, as the headers do. */
  async increment(key: string, ttl: number, limit: number) {
    const now = Date.now();
    const window = this.#windowOf(key, now, ttl);
    window.hits++;
    const secondsLeft = Math.ceil((window.endsAt - now) / 1000);
    const isBlocked = window.hits > limit;
    return {
      totalHits: window.hits,
      timeToExpire: secondsLeft,
      isBlocked,
      timeToBlockExpire: isBlocked ? secondsLeft : 0,
    };
  }

  #windowOf(key: string, now: number, ttl: number): Window {
    const open = this.#windows.get(key);
    if (open && now < open.endsAt) return open;
    if (this.#windows.size > SWEEP_ABOVE) this.#sweep(now);
    const fresh = { hits: 0, endsAt: now + ttl };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #sweep(now: number): void {
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
  }
}
