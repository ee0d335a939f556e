import type { LocalDate } from '#kernel';

/** A value that holds from a day on, until the next one. */
export interface Since<T> {
  readonly from: LocalDate;
  readonly value: T;
}

/** Values by the day from which they hold, earliest first, no day twice. */
export type ByDate<T> = readonly Since<T>[];

/** `values` with `value` from `from` on. A value stated later for the same day replaces the earlier statement. */
export function since<T>(values: ByDate<T>, from: LocalDate, value: T): ByDate<T> {
  const others = values.filter((known) => known.from !== from);
  return [...others, { from, value }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The value that holds on `date`; `undefined` before the first. */
export function valueOn<T>(values: ByDate<T>, date: LocalDate): T | undefined {
  return values.findLast(({ from }) => from <= date)?.value;
}
