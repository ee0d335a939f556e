import type { LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { calendarYearSchema, type CalendarYear } from './calendar-year.js';
import { calendarOf, SHIPPED_CALENDARS } from './calendars.js';
import { layersOf } from './jurisdiction.js';

/** 凉山州人民政府办公室关于2011年部分节假日安排的通知: the days on which the prefecture departs from the national calendar. */
const LIANGSHAN_2011: CalendarYear = {
  jurisdiction: 'CN-SC-513400',
  year: 2011,
  version: 1,
  notice: {
    number: '凉府办发〔2010〕31号',
    title: '凉山州人民政府办公室关于2011年部分节假日安排的通知',
    date: '2010-12-20',
    published: '2010-12-20',
    url: null,
  },
  daysOff: [
    { name: '火把节', from: '2011-07-24', to: '2011-07-30' },
    { name: '国庆节、州庆', from: '2011-10-08', to: '2011-10-08' },
    { name: '彝族年', from: '2011-11-20', to: '2011-11-26' },
  ],
  workingWeekendDays: ['2011-07-31', '2011-11-27'],
};

const CN_2027: CalendarYear = {
  ...LIANGSHAN_2011,
  jurisdiction: 'CN',
  year: 2027,
  notice: { ...LIANGSHAN_2011.notice, number: null, title: '2027年安排', date: '2026-11-05', published: '2026-11-06' },
  daysOff: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }],
  workingWeekendDays: ['2027-01-03'],
};

describe('local calendars', () => {
  const calendars = SHIPPED_CALENDARS.with(LIANGSHAN_2011);
  const liangshan = calendars.of('CN-SC-513400');

  it('the example is valid', () => {
    expect(calendarYearSchema.safeParse(LIANGSHAN_2011).success).toBe(true);
  });

  it('layers run from the country to the place', () => {
    expect(layersOf('CN-SC-513400')).toEqual(['CN', 'CN-SC', 'CN-SC-513400']);
  });

  it('a local day off holds there and not elsewhere, even where the country works', () => {
    expect(liangshan.dayKind('2011-07-25')).toMatchObject({
      kind: 'day-off',
      because: '火把节放假（凉府办发〔2010〕31号）',
      calendarVersion: 'CN-SC-513400-2011-1',
    });
    expect(liangshan.dayKind('2011-10-08')).toMatchObject({ kind: 'day-off', holiday: '国庆节、州庆' });
    for (const elsewhere of [calendars.of('CN'), calendars.of('CN-SC'), calendars.of('CN-SC-510100')]) {
      expect(elsewhere.dayKind('2011-07-25')).toMatchObject({ kind: 'working-day', calendarVersion: 'CN-2011-1' });
      expect(elsewhere.dayKind('2011-10-08')).toMatchObject({ kind: 'working-weekend' });
    }
  });

  it('days and years not given locally are those of the country', () => {
    expect(liangshan.dayKind('2011-10-01')).toEqual(calendarOf('CN').dayKind('2011-10-01'));
    expect(liangshan.dayKind('2026-10-01')).toEqual(calendarOf('CN').dayKind('2026-10-01'));
    expect(liangshan.dayKind('2027-10-01')).toEqual(calendarOf('CN').dayKind('2027-10-01'));
  });

  it('a local calendar makes known the days that it names, not the year', () => {
    const ahead = SHIPPED_CALENDARS.with({ ...CN_2027, jurisdiction: 'CN-SC' }).of('CN-SC');
    expect(ahead.dayKind('2027-01-01')).toMatchObject({ kind: 'day-off', known: true });
    expect(ahead.dayKind('2027-01-04')).toMatchObject({ kind: 'working-day', known: false });
  });

  it('a count names every calendar it used, each once', () => {
    expect(liangshan.addWorkingDays('2011-07-22', 2)).toEqual({
      date: '2011-08-01',
      provisional: false,
      calendarVersions: ['CN-2011-1', 'CN-SC-513400-2011-1'],
    });
    expect(liangshan.addWorkingDays('2011-08-01', 20).calendarVersions).toEqual(['CN-2011-1']);
  });
});

describe('calendars recorded later', () => {
  const later = SHIPPED_CALENDARS.with(CN_2027);

  it('settle what was provisional, from the day they are public', () => {
    expect(later.of('CN', '2026-11-05').addWorkingDays('2026-12-30', 2)).toMatchObject({
      date: '2027-01-01',
      provisional: true,
    });
    expect(later.of('CN', '2026-11-06').addWorkingDays('2026-12-30', 2)).toEqual({
      date: '2027-01-04',
      provisional: false,
      calendarVersions: ['CN-2027-1'],
    });
  });

  it('leave the calendars they were added to as they were', () => {
    expect(SHIPPED_CALENDARS.of('CN').dayKind('2027-01-01').known).toBe(false);
    expect(later.versions()).toHaveLength(SHIPPED_CALENDARS.versions().length + 1);
  });

  it('are refused when the version is there already', () => {
    expect(() => later.with(CN_2027)).toThrow(
      expect.objectContaining({ code: 'calendar-version-exists', kind: 'invalid' }),
    );
  });

  it('take a later version in any order of recording', () => {
    const amended: CalendarYear = {
      ...CN_2027,
      version: 2,
      notice: { ...CN_2027.notice, date: '2026-12-01', published: '2026-12-01' },
      daysOff: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      workingWeekendDays: [],
    };
    for (const both of [SHIPPED_CALENDARS.with(amended, CN_2027), SHIPPED_CALENDARS.with(CN_2027, amended)]) {
      expect(both.of('CN').dayKind('2026-12-31')).toMatchObject({ kind: 'working-day', calendarVersion: 'CN-2026-1' });
      expect(both.of('CN').dayKind('2027-01-03')).toMatchObject({ kind: 'day-off', calendarVersion: 'CN-2027-2' });
      expect(both.of('CN', '2026-11-30').dayKind('2026-12-31')).toMatchObject({ kind: 'day-off' });
    }
  });

  it.each<[string, LocalDate, object]>([
    ['the next year', '2026-10-01', { kind: 'day-off', holiday: '元旦', calendarVersion: 'CN-2027-1' }],
    ['this year, amended', '2026-12-01', { kind: 'day-off', holiday: '纪念日', calendarVersion: 'CN-2026-2' }],
  ])('where two years name one day, the one made public last decides: %s', (_, amendedOn, expected) => {
    const amended: CalendarYear = {
      ...CN_2027,
      year: 2026,
      version: 2,
      notice: { ...CN_2027.notice, date: amendedOn, published: amendedOn },
      daysOff: [{ name: '纪念日', from: '2026-12-31', to: '2026-12-31' }],
      workingWeekendDays: [],
    };
    expect(later.with(amended).of('CN').dayKind('2026-12-31')).toMatchObject(expected);
  });

  it('are built once for the same place and the same known versions', () => {
    expect(later.of('CN', '2026-12-01')).toBe(later.of('CN'));
    expect(later.of('CN', '2026-11-05')).not.toBe(later.of('CN'));
  });
});
