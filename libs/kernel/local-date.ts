import { z } from 'zod';

/**
 * A legal date: a plain calendar day in Asia/Shanghai, `YYYY-MM-DD`, without time or zone.
 * Strings of this shape compare in date order with `<` and `===`.
 */
export type LocalDate = `${number}-${number}-${number}`;

/** A moment in UTC, ISO 8601 with milliseconds and `Z` (`2024-03-01T08:00:00.000Z`). Compares in time order with `<`. */
export type Instant = `${string}Z`;

/** Accepts exactly the existing days of the Gregorian calendar in `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date({
  error: '应为日期，格式 YYYY-MM-DD，例如 2024-03-01',
}) as unknown as z.ZodType<LocalDate, LocalDate>;

/** Accepts exactly instants in UTC with milliseconds, the one shape the log stores. */
export const instantSchema = z.iso.datetime({
  precision: 3,
  error: '应为 UTC 时刻，格式 YYYY-MM-DDTHH:mm:ss.sssZ',
}) as unknown as z.ZodType<Instant, Instant>;

const MS_PER_DAY = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Days since 1970-01-01. `Date.UTC` is pure arithmetic: it reads neither clock nor time zone. */
export function dayNumber(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY;
}

/** The inverse of {@link dayNumber}. */
export function fromDayNumber(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

/** `date` moved by `days` calendar days (negative: earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; 0 for the same day. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The statistical year of a fact: the calendar year of its effective date (DR 3.9). */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The legal day on which an instant falls in Asia/Shanghai (UTC+8 the whole year since 1992). */
export function localDateOf(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The first of two dates. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** The last of two dates. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
