import { dayNumber, dayOfWeek, RuleBroken, type LocalDate } from '#kernel';

const MS_PER_DAY = 86_400_000;

/** First day that the calendars compute with, as a day number (days since 1970-01-01). */
export const FIRST_DAY = dayNumber('1990-01-01');
/** Last day that the calendars compute with. */
export const LAST_DAY = dayNumber('2200-12-31');

/**
 * The day number of a date within 1990 to 2200. `field` names the argument in the error.
 * Raises `date-out-of-range` (kind invalid), also for text that is no date at all.
 */
export function dayInRange(date: LocalDate, field: string): number {
  const day = dayNumber(date);
  if (day >= FIRST_DAY && day <= LAST_DAY) return day;
  throw outOfRange(field);
}

/** The refusal of a date outside 1990 to 2200. */
export function outOfRange(field: string): RuleBroken {
  return new RuleBroken('date-out-of-range', field, '日期超出可计算的范围（1990 年至 2200 年）');
}

/** The calendar year of a day. */
export function yearOfDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** True for Saturday and Sunday. */
export function isWeekend(date: LocalDate): boolean {
  return dayOfWeek(date) % 6 === 0;
}

/** True for Saturday and Sunday, by the number of a day not before 1970. */
export function isWeekendDay(day: number): boolean {
  return ((day + 4) % 7) % 6 === 0;
}
