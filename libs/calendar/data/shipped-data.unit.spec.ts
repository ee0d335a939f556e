import { describe, expect, it } from '@jest/globals';
import { calendarYearSchema, versionIdOf } from '../calendar-year.js';
import { SHIPPED_CALENDAR_YEARS } from './index.js';

const ids = SHIPPED_CALENDAR_YEARS.map(versionIdOf);

describe('the shipped calendars', () => {
  it.each(SHIPPED_CALENDAR_YEARS.map((calendar) => [versionIdOf(calendar), calendar] as const))(
    '%s is valid and comes back unchanged from the schema',
    (_, calendar) => {
      expect(calendarYearSchema.parse(calendar)).toEqual(calendar);
    },
  );

  it('cover each year from 2007 to 2026 once, and 2015, 2019 and 2020 a second time, as amended', () => {
    const expected = Array.from({ length: 20 }, (_, index) => 2007 + index).flatMap((year) =>
      [2015, 2019, 2020].includes(year) ? [`CN-${year}-1`, `CN-${year}-2`] : [`CN-${year}-1`],
    );
    expect(ids).toEqual(expected);
  });

  it('name a notice number and a page of gov.cn, each notice once', () => {
    const numbers = SHIPPED_CALENDAR_YEARS.map(({ notice }) => notice.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { notice } of SHIPPED_CALENDAR_YEARS) {
      expect(notice.number).toBe(
        `${notice.number?.split('〔')[0]}〔${notice.date.slice(0, 4)}〕${notice.number?.split('〕')[1]}`,
      );
      expect(notice.url).toMatch(/^https:\/\/www\.gov\.cn\//);
    }
  });

  it('were made public in the order of their versions, a yearly notice before its year begins', () => {
    for (const calendar of SHIPPED_CALENDAR_YEARS) {
      const before = SHIPPED_CALENDAR_YEARS.filter(
        ({ year, version }) => year === calendar.year && version < calendar.version,
      );
      for (const older of before) expect(older.notice.published < calendar.notice.published).toBe(true);
      if (calendar.version === 1) expect(calendar.notice.published < `${calendar.year}-01-01`).toBe(true);
    }
  });

  it('name days of the year before exactly where a notice did', () => {
    const early = SHIPPED_CALENDAR_YEARS.filter(({ year, daysOff, workingWeekendDays }) =>
      [...daysOff.map(({ from }) => from), ...workingWeekendDays].some((date) => date < `${year}-01-01`),
    );
    expect(early.map(versionIdOf)).toEqual([
      'CN-2007-1',
      'CN-2008-1',
      'CN-2012-1',
      'CN-2019-1',
      'CN-2019-2',
      'CN-2023-1',
    ]);
  });
});
