import { dayOfWeek, type LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { calendarOf } from './calendars.js';

// The data of the package, not its functions: these shift every day when the process runs in a time zone west of Greenwich.
const names = z.record(z.string(), z.string());
const published = z
  .object({ holidays: names, workdays: names })
  .parse(createRequire(import.meta.url)('chinese-days/dist/chinese-days.json'));
const holidays = new Map(Object.entries(published.holidays));
const workdays = new Map(Object.entries(published.workdays));

function worksByPackage(date: LocalDate): boolean {
  return workdays.has(date) || (dayOfWeek(date) % 6 !== 0 && !holidays.has(date));
}

describe('cross-check with the data of the chinese-days package', () => {
  it('agrees on every day from 2007-01-01 to 2026-12-31', () => {
    const days = [...calendarOf('CN').daysFrom('2007-01-01', '2026-12-31')];
    expect(days).toHaveLength(7305);
    expect(days.filter(({ date, working }) => worksByPackage(date) !== working)).toEqual([]);
    expect(days.filter(({ known }) => !known)).toEqual([]);
  });

  it('agrees on which weekend days are worked, from the first notice on', () => {
    const worked = [...calendarOf('CN').daysFrom('2006-12-15', '2026-12-31')].filter(
      ({ kind }) => kind === 'working-weekend',
    );
    const byPackage = [...workdays.keys()].filter((date) => date >= '2006-12-15').sort();
    expect(worked.map(({ date }) => date)).toEqual(byPackage);
  });

  it('knows no day of 2027, and neither does the package', () => {
    const named = [...holidays.keys(), ...workdays.keys()].filter((date) => date >= '2027');
    const days = [...calendarOf('CN').daysFrom('2027-01-01', '2027-12-31')];
    expect(named).toEqual([]);
    expect(days.filter(({ known }) => known)).toEqual([]);
  });
});
