import { describe, expect, it } from '@jest/globals';
import { SHIPPED_CALENDAR_YEARS, versionIdOf, type CalendarYear } from '#calendar';
import type { RawEntry } from '#casework';
import { specification } from '../testkit/specification.js';
import { decideCalendar, foldCalendars } from './decide-calendar.js';
import { corbanInNingxia, lateHoliday } from './publish-calendar.testkit.js';
import type { CalendarTarget } from './recorded-calendars.js';

const operator = { actor: 'operator-1', role: 'operator', now: '2026-06-01T00:00:00.000Z' } as const;

const door = (target: CalendarTarget) =>
  specification<readonly RawEntry[], object>([], (at, body) => {
    const context = { ...operator, shipped: SHIPPED_CALENDAR_YEARS };
    const event = decideCalendar({ name: 'publish-calendar', target, body }, foldCalendars(target, at), context);
    const by = { revision: at.length, actor: operator.actor, role: operator.role, recordedAt: operator.now };
    return { event, situation: [...at, { ...event, by }] };
  });
const country = door({ jurisdiction: 'CN' });
const ningxia = door({ jurisdiction: 'CN-NX' });

const late = { on: '2026-05-11', calendar: lateHoliday };
const changed = (change: Partial<CalendarYear>) => ({ ...late, calendar: { ...lateHoliday, ...change } });
const noticed = (change: Partial<CalendarYear['notice']>) => changed({ notice: { ...lateHoliday.notice, ...change } });

describe('publish a calendar', () => {
  it('given the shipped calendar of the year, takes in an amendment with its notice', () => {
    country.given().when(late).thenRecords('calendar.published', late);
    expect(foldCalendars({ jurisdiction: 'CN' }, country.after(late)).versions.map(versionIdOf)).toEqual(['CN-2026-2']);
  });

  it('takes in the first calendar of a place, and of a year that is not known yet', () => {
    const corban = { on: '2026-05-11', calendar: corbanInNingxia };
    ningxia.given().when(corban).thenRecords('calendar.published', corban);
    const daysOff: CalendarYear['daysOff'] = [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }];
    country
      .given()
      .when(changed({ year: 2027, version: 1, daysOff, workingWeekendDays: [] }))
      .thenRecords('calendar.published', { calendar: { year: 2027, version: 1 } });
  });

  it('is refused for a version that was shipped or recorded, and says which number is next', () => {
    const shipped = country
      .given()
      .when(changed({ version: 1 }))
      .thenRefused('calendar-version-exists');
    expect(shipped.facts['expectedVersion']).toBe(2);
    const recorded = country.given(late).when(late).thenRefused('calendar-version-exists', 'body.calendar.version');
    expect(recorded.facts['expectedVersion']).toBe(3);
  });

  it('leaves no version out', () => {
    country
      .given()
      .when(changed({ version: 3 }))
      .thenRefused('calendar-version-not-next', 'body.calendar.version');
    country
      .given(late)
      .when(changed({ version: 3 }))
      .thenRecords('calendar.published', { calendar: { version: 3 } });
  });

  it('waits for the notice', () => {
    country
      .given()
      .when(noticed({ published: '2026-05-12' }))
      .thenRefused('notice-not-published', 'body.calendar.notice.published');
    country
      .given()
      .when({ ...late, on: '2026-06-02' })
      .thenRefused('date-in-future', 'body.on');
  });

  it('follows the version that it replaces in time', () => {
    country
      .given()
      .when(noticed({ date: '2025-11-03', published: '2025-11-03' }))
      .thenRefused('date-order', 'body.calendar.notice.published');
  });

  it('goes into the stream of its own place', () => {
    ningxia.given().when(late).thenRefused('other-jurisdiction', 'body.calendar.jurisdiction');
  });

  it.each([
    [{ ...late, on: '11.05.2026' }, 'body.on'],
    [{ on: late.on }, 'body.calendar'],
    [changed({ jurisdiction: 'NX' as 'CN' }), 'body.calendar.jurisdiction'],
    [changed({ version: 0 }), 'body.calendar.version'],
    [changed({ daysOff: [] }), 'body.calendar.daysOff'],
    [changed({ daysOff: [{ name: '假', from: '2028-01-01', to: '2028-01-01' }] }), 'body.calendar.daysOff[0]'],
    [changed({ workingWeekendDays: ['2026-05-11'] }), 'body.calendar.workingWeekendDays[0]'],
    [noticed({ number: '' }), 'body.calendar.notice.number'],
    [noticed({ published: '2026-05-01' }), 'body.calendar.notice.published'],
    [{ ...late, approvedBy: 'head-1' }, 'body.approvedBy'],
  ])('refuses %j', (wrong, path) => {
    country.given().when(wrong).thenRefused('invalid-input', path);
  });
});
