import { setImmediate } from 'node:timers/promises';

/** Lets the process answer requests and signals between two pieces of a long work that would otherwise keep the thread. */
export function breathe(): Promise<void> {
  return setImmediate();
}
