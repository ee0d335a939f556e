import { Calendars, versionIdOf, type CalendarYear } from '#calendar';

/**
 * The calendars by all versions there are: those shipped with the program and those recorded in the log. A version that is in
 * both (a later program ships what was recorded before) is taken from the log: the dates of the office were computed with it.
 */
export function knownCalendars(shipped: readonly CalendarYear[], recorded: readonly CalendarYear[]): Calendars {
  const inLog = new Set<string>(recorded.map(versionIdOf));
  return new Calendars([...shipped.filter((year) => !inLog.has(versionIdOf(year))), ...recorded]);
}

/** The calendars before and after a recorded version came in. */
export interface CalendarChange {
  readonly before: Calendars;
  readonly after: Calendars;
}

/**
 * What `calendar` changed, told at any later time: shipped versions of its year that only a later program knows are left out.
 * `recordedBefore` are the versions that stand before it in the log.
 */
export function calendarChange(
  shipped: readonly CalendarYear[],
  recordedBefore: readonly CalendarYear[],
  calendar: CalendarYear,
): CalendarChange {
  const shippedThen = shipped.filter(({ jurisdiction, year, version }) => {
    return jurisdiction !== calendar.jurisdiction || year !== calendar.year || version < calendar.version;
  });
  const before = knownCalendars(shippedThen, recordedBefore);
  return { before, after: before.with(calendar) };
}
