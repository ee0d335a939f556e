import { addDays, type LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import { calendarOf } from './calendars.js';

/** The package reads a date by the local time zone (a bare date string is the day before, west of Greenwich): give it local noon. */
const localNoon = (date: LocalDate) =>
  new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)), 12);

describe('cross-check with the chinese-days package', () => {
  it('agrees on every day from 2007-01-01 to 2026-12-31', () => {
    const days = [...calendarOf('CN').daysFrom('2007-01-01', '2026-12-31')];
    const different = days.filter(({ date, working }) => chineseDays.isWorkday(localNoon(date)) !== working);
    expect(days).toHaveLength(7305);
    expect(different).toEqual([]);
  });

  it('agrees on the two worked days of December 2006 that the 2007 notice names', () => {
    for (const date of ['2006-12-30', '2006-12-31'] as const) {
      expect(calendarOf('CN').dayKind(date)).toMatchObject({ kind: 'working-weekend', calendarVersion: 'CN-2007-1' });
      expect(chineseDays.isWorkday(localNoon(date))).toBe(true);
    }
  });

  it('agrees with the package where it counts, and says "provisional" where the package guesses', () => {
    for (let start: LocalDate = '2025-11-01'; start <= '2026-11-30'; start = addDays(start, 1)) {
      expect(calendarOf('CN').addWorkingDays(start, 20).date).toBe(chineseDays.findWorkday(20, localNoon(start)));
    }
    expect(chineseDays.findWorkday(20, localNoon('2026-12-10'))).toBe('2027-01-07');
    expect(calendarOf('CN').addWorkingDays('2026-12-10', 20)).toMatchObject({ date: '2027-01-07', provisional: true });
  });
});
