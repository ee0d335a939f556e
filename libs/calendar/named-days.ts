import { dayNumber } from '#kernel';
import {
  daysOfStretch,
  versionIdOf,
  type CalendarNotice,
  type CalendarVersionId,
  type CalendarYear,
} from './calendar-year.js';

/** A day that a calendar names: a day off, or a weekend day that is worked. */
export interface NamedDay {
  readonly working: boolean;
  /** The holiday in the words of the notice; null for a working weekend day. */
  readonly holiday: string | null;
  /** The notice that gave the day this meaning; for a day that an amendment left alone, the original one. */
  readonly notice: CalendarNotice;
  /** The version in force, which may be a later one than that of the notice. */
  readonly version: CalendarVersionId;
}

type Meaning = Pick<NamedDay, 'working' | 'holiday'>;

/**
 * The days named by the versions of one jurisdiction, by day number. Only the highest version of each year speaks;
 * where two years name one day (the turn of the year), the one made public later does.
 */
export function namedDaysOf(versions: readonly CalendarYear[]): Map<number, NamedDay> {
  const named = new Map<number, NamedDay>();
  const byYear = Map.groupBy(versions, ({ year }) => year);
  const histories = [...byYear.values()].map((years) => years.toSorted((a, b) => b.version - a.version));
  histories.sort(([a], [b]) => (inOrder(a!) < inOrder(b!) ? -1 : 1));
  for (const [inForce, ...superseded] of histories) {
    const older = superseded.map((calendar) => ({ notice: calendar.notice, meanings: meaningsOf(calendar) }));
    for (const [day, meaning] of meaningsOf(inForce!)) {
      let notice = inForce!.notice;
      for (const version of older) {
        if (!same(version.meanings.get(day), meaning)) break;
        notice = version.notice;
      }
      named.set(day, { ...meaning, notice, version: versionIdOf(inForce!) });
    }
  }
  return named;
}

/** The highest version of each year. */
export function inForceByYear(versions: readonly CalendarYear[]): Map<number, CalendarYear> {
  const inForce = new Map<number, CalendarYear>();
  for (const calendar of versions) {
    const known = inForce.get(calendar.year);
    if (!known || known.version < calendar.version) inForce.set(calendar.year, calendar);
  }
  return inForce;
}

function meaningsOf(calendar: CalendarYear): Map<number, Meaning> {
  const meanings = new Map<number, Meaning>();
  for (const stretch of calendar.daysOff) {
    for (const date of daysOfStretch(stretch)) meanings.set(dayNumber(date), { working: false, holiday: stretch.name });
  }
  for (const date of calendar.workingWeekendDays) meanings.set(dayNumber(date), { working: true, holiday: null });
  return meanings;
}

function same(a: Meaning | undefined, b: Meaning): boolean {
  return a?.working === b.working && a.holiday === b.holiday;
}

/** Sorts by the day of publication, then by year. */
function inOrder({ notice, year }: CalendarYear): string {
  return `${notice.published}/${year}`;
}
