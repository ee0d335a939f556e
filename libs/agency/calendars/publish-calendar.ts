import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken, type LocalDate } from '#kernel';
import { calendarYearSchema, versionIdOf, type CalendarYear } from '#calendar';
import { notBefore } from '#casework';
import type { AgencyCommand } from '../command.js';
import type { CalendarsContext, CalendarTarget, RecordedCalendars } from './recorded-calendars.js';

const body = z.strictObject({
  on: localDateSchema.describe('收到通知、录入日历之日'),
  calendar: calendarYearSchema.describe('某地某年工作日历的一个完整版本，含通知的文号；没有文号则为 null'),
});

const event = defineEvent({
  type: 'calendar.published',
  version: 1,
  label: '发布工作日历',
  source: '全国年节及纪念日放假办法',
  schema: z.strictObject(body.shape),
});

/**
 * 发布工作日历: takes in a calendar version that the program was not built with: the yearly notice, a late change of it, a
 * holiday of an ethnic area. A version restates the whole year; what it replaces stays on record and can be asked for.
 */
export const publishCalendar: AgencyCommand<
  CalendarTarget,
  RecordedCalendars,
  RecordedCalendars,
  CalendarsContext,
  'publish-calendar',
  typeof body,
  typeof event
> = {
  name: 'publish-calendar',
  label: '发布工作日历',
  article: '全国年节及纪念日放假办法',
  roles: ['operator'],
  commutes: false,
  body,
  event,
  decide: (_target, input) => input,
  check(state, { on, calendar }, { shipped }) {
    assertOfPlace(state, calendar);
    assertPublished(calendar, on);
    assertNext(calendar, [...shipped, ...state.versions]);
  },
  evolve(state, { calendar }) {
    return { ...state, versions: [...state.versions, calendar] };
  },
};

/** A stream holds the calendars of one place. Raises `other-jurisdiction`. */
function assertOfPlace({ jurisdiction }: CalendarTarget, calendar: CalendarYear): void {
  if (calendar.jurisdiction === jurisdiction) return;
  const path = 'body.calendar.jurisdiction';
  throw new RuleBroken('other-jurisdiction', path, `日历适用于 ${calendar.jurisdiction}，不是 ${jurisdiction}`, {
    jurisdiction,
  });
}

/** What nobody was told yet binds nobody. Raises `notice-not-published`. */
function assertPublished({ notice: { published } }: CalendarYear, on: LocalDate): void {
  if (published <= on) return;
  const path = 'body.calendar.notice.published';
  throw new RuleBroken('notice-not-published', path, `通知于 ${published} 公布，${on} 尚未公布`, { published });
}

/**
 * Versions of a year follow one another without a gap, in the order in which they were made public.
 * Raises `calendar-version-exists`, `calendar-version-not-next` (both with `expectedVersion`), `date-order`.
 */
function assertNext(calendar: CalendarYear, known: readonly CalendarYear[]): void {
  const earlier = known.filter(({ jurisdiction, year }) => {
    return jurisdiction === calendar.jurisdiction && year === calendar.year;
  });
  const expectedVersion = Math.max(0, ...earlier.map(({ version }) => version)) + 1;
  const path = 'body.calendar.version';
  if (calendar.version < expectedVersion) {
    const id = versionIdOf(calendar);
    throw new RuleBroken('calendar-version-exists', path, `工作日历 ${id} 已存在，下一版本号为 ${expectedVersion}`, {
      expectedVersion,
    });
  }
  if (calendar.version > expectedVersion) {
    throw new RuleBroken('calendar-version-not-next', path, `版本号应为 ${expectedVersion}，不能跳号`, {
      expectedVersion,
    });
  }
  for (const { notice, version } of earlier) {
    notBefore(
      calendar.notice.published,
      notice.published,
      `第 ${version} 版公布之日`,
      'body.calendar.notice.published',
    );
  }
}
