import { RuleBroken, type LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { calendarOf } from './calendars.js';

const calendar = calendarOf('CN');

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof RuleBroken) return error.code;
    throw error;
  }
  return undefined;
}

describe('a year without a published calendar', () => {
  it('is not known: its days are judged by the weekday alone and say so', () => {
    expect(calendar.dayKind('2027-10-01')).toEqual({
      date: '2027-10-01',
      kind: 'working-day',
      working: true,
      known: false,
      because: '2027 年工作日历未公布，暂按工作日推算',
    });
    expect(calendar.dayKind('2027-10-02')).toMatchObject({ kind: 'weekend', working: false, known: false });
  });

  it('makes every count provisional that reaches it, and only those', () => {
    expect(calendar.addWorkingDays('2026-12-30', 1)).toMatchObject({ date: '2026-12-31', provisional: false });
    expect(calendar.addWorkingDays('2026-12-30', 2)).toEqual({
      date: '2027-01-01',
      provisional: true,
      calendarVersions: ['CN-2026-1'],
    });
    expect(calendar.workingDaysBetween('2026-12-31', '2027-01-01')).toEqual({
      days: 1,
      provisional: true,
      calendarVersions: [],
    });
    expect(calendar.workingDaysBetween('2026-12-31', '2026-12-31')).toMatchObject({ days: 0, provisional: false });
  });

  it('before 2007 is no better known, but for the days of 2006 that the 2007 notice names', () => {
    expect(calendar.dayKind('2006-12-29')).toMatchObject({ kind: 'working-day', known: false });
    expect(calendar.dayKind('2006-12-30')).toMatchObject({ kind: 'working-weekend', known: true });
  });
});

describe('dayKind', () => {
  it.each<[LocalDate, string, boolean, string]>([
    ['2026-02-13', 'working-day', true, '工作日'],
    ['2026-02-14', 'working-weekend', true, '调休上班（国办发明电〔2025〕7号）'],
    ['2026-02-15', 'day-off', false, '春节放假（国办发明电〔2025〕7号）'],
    ['2026-02-23', 'day-off', false, '春节放假（国办发明电〔2025〕7号）'],
    ['2026-03-01', 'weekend', false, '周末'],
    ['2007-12-31', 'day-off', false, '元旦放假（国办发明电〔2007〕52号）'],
    ['2007-12-29', 'working-weekend', true, '调休上班（国办发明电〔2007〕52号）'],
  ])('%s is %s', (date, kind, working, because) => {
    expect(calendar.dayKind(date)).toMatchObject({ date, kind, working, because, known: true });
  });

  it('carries holiday, notice and version of a day off, and only the version of an ordinary day', () => {
    expect(calendar.dayKind('2026-10-01')).toMatchObject({
      holiday: '国庆节',
      notice: { number: '国办发明电〔2025〕7号', date: '2025-11-04' },
      calendarVersion: 'CN-2026-1',
    });
    expect(Object.keys(calendar.dayKind('2026-03-02'))).toEqual([
      'date',
      'kind',
      'working',
      'known',
      'because',
      'calendarVersion',
    ]);
  });
});

describe('addWorkingDays', () => {
  it('gives the start itself for 0, even on a day off', () => {
    expect(calendar.addWorkingDays('2027-10-02', 0)).toEqual({
      date: '2027-10-02',
      provisional: false,
      calendarVersions: [],
    });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001])('refuses %d working days', (n) => {
    expect(codeOf(() => calendar.addWorkingDays('2026-01-01', n))).toBe('working-days-out-of-range');
  });

  it.each(['1989-12-31', '2201-01-01', '0000-00-00', '--'] as unknown as LocalDate[])('refuses the date %s', (date) => {
    expect(codeOf(() => calendar.addWorkingDays(date, 1))).toBe('date-out-of-range');
    expect(codeOf(() => calendar.dayKind(date))).toBe('date-out-of-range');
    expect(codeOf(() => calendar.workingDaysBetween('2026-01-01', date))).toBe('date-out-of-range');
  });

  it('works at both ends of the range and refuses to count beyond', () => {
    expect(calendar.addWorkingDays('1990-01-01', 10_000)).toMatchObject({ provisional: true });
    expect(calendar.addWorkingDays('2200-12-30', 1)).toMatchObject({ date: '2200-12-31' });
    expect(codeOf(() => calendar.addWorkingDays('2200-12-31', 1))).toBe('date-out-of-range');
    expect(codeOf(() => calendar.addWorkingDays('2190-01-01', 10_000))).toBe('date-out-of-range');
  });
});

describe('periods', () => {
  it('lists every day of a period, both ends included', () => {
    const days = [...calendar.daysFrom('2026-02-13', '2026-02-16')];
    expect(days.map(({ date, working }) => [date, working])).toEqual([
      ['2026-02-13', true],
      ['2026-02-14', true],
      ['2026-02-15', false],
      ['2026-02-16', false],
    ]);
    expect([...calendar.daysFrom('2026-02-13', '2026-02-13')]).toHaveLength(1);
  });

  it('refuses a period that ends before it begins, at once', () => {
    expect(codeOf(() => calendar.daysFrom('2026-02-13', '2026-02-12'))).toBe('end-before-start');
    expect(codeOf(() => calendar.workingDaysBetween('2026-02-13', '2026-02-12'))).toBe('end-before-start');
  });
});
