import { InvalidInput, validate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { calendarYearSchema, versionIdOf, type CalendarYear } from './calendar-year.js';
import { CN_2026_1 } from './data/2026-cn-1.js';

function faultPaths(change: Record<string, unknown>): string[] {
  try {
    validate(calendarYearSchema, { ...CN_2026_1, ...change }, 'calendar');
  } catch (error) {
    if (error instanceof InvalidInput) return (error.facts.fields ?? []).map(({ path }) => path);
    throw error;
  }
  return [];
}

const stretch = (from: string, to: string) => ({ name: '春节', from, to });

describe('calendarYearSchema', () => {
  it('accepts a calendar recorded without notice number and address', () => {
    const change = { year: 2027, notice: { ...CN_2026_1.notice, number: null, url: null }, workingWeekendDays: [] };
    expect(faultPaths({ ...change, daysOff: [stretch('2026-12-31', '2027-01-02')] })).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['an unknown jurisdiction', { jurisdiction: 'cn' }, ['calendar.jurisdiction']],
    ['a year far away', { year: 20266 }, ['calendar.year']],
    ['version 0', { version: 0 }, ['calendar.version']],
    ['no day off at all', { daysOff: [] }, ['calendar.daysOff']],
    ['an unknown field', { holidays: [] }, ['calendar.holidays']],
    ['text that is no date', { workingWeekendDays: ['2026-1x-04'] }, ['calendar.workingWeekendDays[0]']],
    [
      'a day that does not exist',
      { daysOff: [stretch('2026-02-30', '2026-02-30')] },
      ['calendar.daysOff[0].from', 'calendar.daysOff[0].to'],
    ],
    [
      'a stretch that ends before it begins',
      { daysOff: [stretch('2026-06-10', '2026-06-09')] },
      ['calendar.daysOff[0].to'],
    ],
    ['a stretch of another year', { daysOff: [stretch('2025-11-30', '2026-01-01')] }, ['calendar.daysOff[0]']],
    ['a stretch that runs on into spring', { daysOff: [stretch('2026-12-31', '2027-02-01')] }, ['calendar.daysOff[0]']],
    [
      'overlapping stretches',
      { daysOff: [stretch('2026-06-08', '2026-06-10'), stretch('2026-06-10', '2026-06-11')] },
      ['calendar.daysOff[1]'],
    ],
    ['a worked day that is no weekend', { workingWeekendDays: ['2026-01-05'] }, ['calendar.workingWeekendDays[0]']],
    [
      'a worked day given twice',
      { workingWeekendDays: ['2026-01-04', '2026-01-04'] },
      ['calendar.workingWeekendDays[1]'],
    ],
    ['a worked day that is off', { workingWeekendDays: ['2026-01-03'] }, ['calendar.workingWeekendDays[0]']],
    ['a worked day of another year', { workingWeekendDays: ['2025-11-29'] }, ['calendar.workingWeekendDays[0]']],
    [
      'a notice public before its date',
      { notice: { ...CN_2026_1.notice, published: '2025-11-03' } },
      ['calendar.notice.published'],
    ],
    ['an empty notice number', { notice: { ...CN_2026_1.notice, number: '' } }, ['calendar.notice.number']],
  ])('refuses %s and names the field', (_, change, paths) => {
    expect(faultPaths(change)).toEqual(paths);
  });
});

describe('versionIdOf', () => {
  it('joins jurisdiction, year and version', () => {
    const local: CalendarYear = { ...CN_2026_1, jurisdiction: 'CN-SC-513400', version: 3 };
    expect(versionIdOf(local)).toBe('CN-SC-513400-2026-3');
  });
});
