import { FIRST_DAY, isWeekendDay, LAST_DAY } from './day-range.js';

/**
 * Working days counted once, so that counting between two days is a subtraction and finding the nth takes a handful of steps.
 * Days are day numbers within {@link FIRST_DAY} and {@link LAST_DAY}.
 */
export class DayCounts {
  /** Index 0 is the day before FIRST_DAY. */
  readonly #upTo = new Int32Array(LAST_DAY - FIRST_DAY + 2);

  /** `exceptions` tells for a day off that it is not worked (false), for a worked weekend day that it is (true). */
  constructor(exceptions: ReadonlyMap<number, { readonly working: boolean }>) {
    let count = 0;
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      if (exceptions.get(day)?.working ?? !isWeekendDay(day)) count++;
      this.#upTo[day - FIRST_DAY + 1] = count;
    }
  }

  /** Working days from FIRST_DAY to `day`, `day` included. */
  upTo(day: number): number {
    return this.#upTo[day - FIRST_DAY + 1]!;
  }

  /** The day that is the nth working day after `start` (n at least 1), or undefined when it lies beyond LAST_DAY. */
  nthAfter(start: number, n: number): number | undefined {
    const wanted = this.upTo(start) + n;
    let day = start;
    // Each day adds at most one working day, so moving by what is still missing never passes the day looked for.
    for (let missing = n; missing > 0; missing = wanted - this.upTo(day)) {
      day += missing;
      if (day > LAST_DAY) return undefined;
    }
    return day;
  }
}
