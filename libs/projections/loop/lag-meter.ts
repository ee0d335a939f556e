import { BEFORE_ALL, type Position } from '#kernel';

/** How long a checkpoint has been short of a head that was seen. New events alone do not make a projection look late. */
export class LagMeter {
  #missing: { readonly head: Position; readonly since: number } | undefined;

  /** Milliseconds since the oldest head that `checkpoint` still has not reached was first seen; `now` is monotonic. */
  measure(checkpoint: Position, head: Position | undefined, now: number): number {
    if (this.#missing && checkpoint >= this.#missing.head) this.#missing = undefined;
    const seen = head ?? BEFORE_ALL;
    if (checkpoint < seen) this.#missing ??= { head: seen, since: now };
    return this.#missing ? now - this.#missing.since : 0;
  }
}
