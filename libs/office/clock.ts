import type { Instant } from '#kernel';

/** The one place where the time of day enters the system. Given to the edges (HTTP, CLI); tests give their own. */
export interface Clock {
  now(): Instant;
}

/** The clock of the machine, in UTC. */
export const systemClock: Clock = { now: () => new Date().toISOString() as Instant };
