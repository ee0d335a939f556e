import type { LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { calendarOf } from './calendars.js';
import type { DayExplanation } from './explain-day.js';

/** Days of a year whose meaning differs between the calendars known on two days: date, before, after. */
function changes(year: number, before: LocalDate, after: LocalDate): string[] {
  const days = (known: LocalDate) => [...calendarOf('CN', known).daysFrom(`${year - 1}-12-01`, `${year + 1}-01-31`)];
  const meaning = ({ kind, holiday }: DayExplanation) => (holiday ? `${kind} ${holiday}` : kind);
  const later = days(after);
  return days(before).flatMap((day, index) => {
    const [was, is] = [meaning(day), meaning(later[index]!)];
    return was === is ? [] : [`${day.date}: ${was} -> ${is}`];
  });
}

describe('amendments within the year', () => {
  it('2015: the notice of 13 May gives 3 to 5 September off and works Sunday 6 September', () => {
    const victoryDay = '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日';
    expect(changes(2015, '2015-05-12', '2015-05-13')).toEqual([
      `2015-09-03: working-day -> day-off ${victoryDay}`,
      `2015-09-04: working-day -> day-off ${victoryDay}`,
      `2015-09-05: weekend -> day-off ${victoryDay}`,
      '2015-09-06: weekend -> working-weekend',
    ]);
  });

  it('2019: the notice of 22 March makes Labour Day four days and works two Sundays for it', () => {
    expect(changes(2019, '2019-03-21', '2019-03-22')).toEqual([
      '2019-04-28: weekend -> working-weekend',
      '2019-05-02: working-day -> day-off 劳动节',
      '2019-05-03: working-day -> day-off 劳动节',
      '2019-05-04: weekend -> day-off 劳动节',
      '2019-05-05: weekend -> working-weekend',
    ]);
  });

  it('2020: the notice made public on 27 January extends the Spring Festival to 2 February', () => {
    expect(changes(2020, '2020-01-26', '2020-01-27')).toEqual([
      '2020-01-31: working-day -> day-off 春节',
      '2020-02-01: working-weekend -> day-off 春节',
      '2020-02-02: weekend -> day-off 春节',
    ]);
  });

  it('a deadline can be computed again as it was computed before the amendment', () => {
    const before = calendarOf('CN', '2019-03-21').addWorkingDays('2019-04-26', 4);
    const after = calendarOf('CN', '2019-03-22').addWorkingDays('2019-04-26', 4);
    expect(before).toEqual({ date: '2019-05-03', provisional: false, calendarVersions: ['CN-2019-1'] });
    expect(after).toEqual({ date: '2019-05-05', provisional: false, calendarVersions: ['CN-2019-2'] });
    expect(calendarOf('CN', '2020-01-20').addWorkingDays('2020-01-23', 2).date).toBe('2020-02-01');
    expect(calendarOf('CN', '2020-02-03').addWorkingDays('2020-01-23', 2).date).toBe('2020-02-04');
  });

  it('a day that the amendment left alone still rests on the original notice, a new one on the amendment', () => {
    const calendar = calendarOf('CN');
    expect(calendar.dayKind('2020-01-30')).toMatchObject({
      because: '春节放假（国办发明电〔2019〕16号）',
      calendarVersion: 'CN-2020-2',
    });
    expect(calendar.dayKind('2020-01-31')).toMatchObject({
      because: '春节放假（国办发明电〔2020〕1号）',
      calendarVersion: 'CN-2020-2',
    });
  });
});

describe('calendars as known on a day', () => {
  it('know the next year from the day on which its notice is public, not from the day it is dated', () => {
    expect(calendarOf('CN', '2018-12-05').dayKind('2019-10-01')).toMatchObject({ kind: 'working-day', known: false });
    expect(calendarOf('CN', '2018-12-06').dayKind('2019-10-01')).toMatchObject({ kind: 'day-off', known: true });
  });

  it('take an instant as its day in Shanghai', () => {
    expect(calendarOf('CN', '2019-03-21T15:59:59.999Z')).toBe(calendarOf('CN', '2019-03-21'));
    expect(calendarOf('CN', '2019-03-21T16:00:00.000Z')).toBe(calendarOf('CN', '2019-03-22'));
  });

  it('let the notice of the next year change the last days of December', () => {
    expect(calendarOf('CN', '2018-12-01').dayKind('2018-12-31')).toMatchObject({
      kind: 'working-day',
      calendarVersion: 'CN-2018-1',
    });
    expect(calendarOf('CN').dayKind('2018-12-31')).toMatchObject({ kind: 'day-off', calendarVersion: 'CN-2019-2' });
    expect(calendarOf('CN').addWorkingDays('2018-12-27', 2)).toEqual({
      date: '2018-12-29',
      provisional: false,
      calendarVersions: ['CN-2018-1', 'CN-2019-2'],
    });
  });

  it('know nothing before the first notice', () => {
    expect(calendarOf('CN', '2006-12-17').addWorkingDays('2007-01-01', 1)).toEqual({
      date: '2007-01-02',
      provisional: true,
      calendarVersions: [],
    });
  });
});
