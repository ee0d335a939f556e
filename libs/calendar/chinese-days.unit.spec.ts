import { addDays, type LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import { calendarOf } from './calendars.js';

describe('cross-check with the chinese-days package', () => {
  it('agrees on every day from 2007-01-01 to 2026-12-31', () => {
    const days = [...calendarOf('CN').daysFrom('2007-01-01', '2026-12-31')];
    const different = days.filter(({ date, working }) => chineseDays.isWorkday(date) !== working);
    expect(days).toHaveLength(7305);
    expect(different).toEqual([]);
  });

  it('agrees on the two worked days of December 2006 that the 2007 notice names', () => {
    for (const date of ['2006-12-30', '2006-12-31'] as const) {
      expect(calendarOf('CN').dayKind(date)).toMatchObject({ kind: 'working-weekend', calendarVersion: 'CN-2007-1' });
      expect(chineseDays.isWorkday(date)).toBe(true);
    }
  });

  it('agrees with the package where it counts, and says "provisional" where the package guesses', () => {
    const reached: LocalDate[] = [];
    for (let start: LocalDate = '2025-11-01'; start <= '2026-11-30'; start = addDays(start, 1)) {
      reached.push(calendarOf('CN').addWorkingDays(start, 20).date);
      expect(reached.at(-1)).toBe(chineseDays.findWorkday(20, start));
    }
    expect(chineseDays.findWorkday(20, '2026-12-10')).toBe('2027-01-07');
    expect(calendarOf('CN').addWorkingDays('2026-12-10', 20)).toMatchObject({ date: '2027-01-07', provisional: true });
  });
});
