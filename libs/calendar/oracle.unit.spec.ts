import { addDays, dayOfWeek, type LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarYear } from './calendar-year.js';
import { calendarOf } from './calendars.js';
import { SHIPPED_CALENDAR_YEARS } from './data/index.js';

/** The slow way: for each day, read the notices again. Shares no code with the calendar but the data. */
class Oracle {
  readonly #inForce: CalendarYear[];

  constructor(knownOn: LocalDate) {
    const known = SHIPPED_CALENDAR_YEARS.filter(({ notice }) => notice.published <= knownOn);
    this.#inForce = known.filter((a) => !known.some((b) => b.year === a.year && b.version > a.version));
  }

  works(date: LocalDate): boolean {
    if (this.#inForce.some(({ workingWeekendDays }) => workingWeekendDays.includes(date))) return true;
    if (this.#off(date)) return false;
    return dayOfWeek(date) !== 0 && dayOfWeek(date) !== 6;
  }

  knows(date: LocalDate): boolean {
    const named = this.#inForce.some(({ workingWeekendDays }) => workingWeekendDays.includes(date)) || this.#off(date);
    return named || this.#inForce.some(({ year }) => date.startsWith(`${year}-`));
  }

  add(start: LocalDate, n: number): { date: LocalDate; provisional: boolean } {
    let date = start;
    let provisional = false;
    for (let left = n; left > 0;) {
      date = addDays(date, 1);
      if (!this.knows(date)) provisional = true;
      if (this.works(date)) left--;
    }
    return { date, provisional };
  }

  #off(date: LocalDate): boolean {
    return this.#inForce.some(({ daysOff }) => daysOff.some(({ from, to }) => from <= date && date <= to));
  }
}

const start = fc.integer({ min: 0, max: 23 * 365 }).map((days) => addDays('2005-06-01', days));
const knownOn = fc.constantFrom<LocalDate>(
  '2006-01-01',
  '2012-03-04',
  '2015-05-12',
  '2019-03-22',
  '2020-01-26',
  '2026-12-31',
);

describe('working-day arithmetic and a day-by-day oracle', () => {
  it('agree on the nth working day and on whether it is provisional', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 120 }), knownOn, (from, n, known) => {
        const expected = new Oracle(known).add(from, n);
        expect(calendarOf('CN', known).addWorkingDays(from, n)).toMatchObject(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('counting back gives the number added, and the day reached is the first with that count', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 10_000 }), knownOn, (from, n, known) => {
        const calendar = calendarOf('CN', known);
        const { date, ...basis } = calendar.addWorkingDays(from, n);
        expect(calendar.workingDaysBetween(from, date)).toEqual({ days: n, ...basis });
        expect(calendar.workingDaysBetween(from, addDays(date, -1)).days).toBe(n - 1);
        expect(calendar.dayKind(date).working).toBe(true);
      }),
    );
  });

  it('adding in two steps is adding at once', () => {
    const few = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(start, few, few, (from, a, b) => {
        const calendar = calendarOf('CN');
        const halfway = calendar.addWorkingDays(from, a).date;
        expect(calendar.addWorkingDays(halfway, b).date).toBe(calendar.addWorkingDays(from, a + b).date);
      }),
    );
  });

  it('a period counts as many days as its list of days has working ones, on the same calendars', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 500 }), knownOn, (from, length, known) => {
        const calendar = calendarOf('CN', known);
        const days = [...calendar.daysFrom(addDays(from, 1), addDays(from, length))];
        expect(calendar.workingDaysBetween(from, addDays(from, length))).toEqual({
          days: days.filter(({ working }) => working).length,
          provisional: days.some((day) => !day.known),
          calendarVersions: [...new Set(days.flatMap(({ calendarVersion }) => calendarVersion ?? []))],
        });
      }),
    );
  });
});
