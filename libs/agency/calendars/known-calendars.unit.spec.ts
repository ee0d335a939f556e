import { describe, expect, it } from '@jest/globals';
import { SHIPPED_CALENDAR_YEARS, versionIdOf, type CalendarYear } from '#calendar';
import { calendarChange, knownCalendars } from './known-calendars.js';
import { corbanInNingxia, lateHoliday } from './publish-calendar.testkit.js';

const MONDAY_OFF = '2026-05-25';
const offBy = (calendars: ReturnType<typeof knownCalendars>) =>
  calendars.of('CN').dayKind(MONDAY_OFF).kind === 'day-off';
const withoutTheDay: CalendarYear = { ...lateHoliday, daysOff: lateHoliday.daysOff.slice(0, -1) };

describe('known calendars', () => {
  it('are the shipped and the recorded ones', () => {
    const known = knownCalendars(SHIPPED_CALENDAR_YEARS, [lateHoliday, corbanInNingxia]);
    expect(known.versions().map(versionIdOf)).toEqual(
      expect.arrayContaining(['CN-2026-1', 'CN-2026-2', 'CN-NX-2026-1']),
    );
    expect(known.versions()).toHaveLength(SHIPPED_CALENDAR_YEARS.length + 2);
    expect(known.of('CN').dayKind('2026-05-27').kind).toBe('working-day');
    expect(known.of('CN-NX').dayKind('2026-05-27').kind).toBe('day-off');
  });

  it('given a program that ships a recorded version in other words, go by the log', () => {
    expect(offBy(knownCalendars([...SHIPPED_CALENDAR_YEARS, withoutTheDay], [lateHoliday]))).toBe(true);
  });
});

describe('the change by a version', () => {
  it('is told the same after a program ships that version or a later one', () => {
    const shippedLater = [...SHIPPED_CALENDAR_YEARS, lateHoliday, { ...withoutTheDay, version: 3 }];
    for (const shipped of [SHIPPED_CALENDAR_YEARS, shippedLater]) {
      const { before, after } = calendarChange(shipped, [corbanInNingxia], lateHoliday);
      expect([offBy(before), offBy(after)]).toEqual([false, true]);
      expect(before.of('CN-NX').dayKind('2026-05-27').kind).toBe('day-off');
    }
  });
});
