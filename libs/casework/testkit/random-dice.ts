/** Draws a whole number from 0 up to, not including, `bound`. */
export type Dice = (bound: number) => number;

/** Dice that always fall the same way for one seed (Lehmer's generator). */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (bound) => {
    state = (state * 48271) % 2147483647;
    return state % bound;
  };
}

/** One of a list. */
export function pick<T>(dice: Dice, from: readonly T[]): T {
  return from[dice(from.length)]!;
}
