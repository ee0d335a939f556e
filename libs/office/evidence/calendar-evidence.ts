import { StoreCorrupt, type Position } from '#kernel';
import { versionIdOf, type Calendars, type CalendarYear } from '#calendar';
import { knownCalendars } from '#agency';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { calendarStream } from '../streams.js';
import { sha256OfJson } from '../years/sha256-of-json.js';

/** The calendars by what the log held at a position, so that a bundle of a position never changes. */
export async function calendarsAt(calendars: CalendarsInForce, position: Position): Promise<Calendars> {
  await calendars.refresh();
  const recorded = calendars.recorded().filter((one) => one.position <= position);
  return knownCalendars(
    calendars.shipped.versions(),
    recorded.map(({ calendar }) => calendar),
  );
}

/** The versions with these ids, in their order. Raises `StoreCorrupt` for one that nobody knows. */
export function versionsOf(calendars: Calendars, ids: readonly string[]): readonly CalendarYear[] {
  const known = new Map<string, CalendarYear>(calendars.versions().map((year) => [versionIdOf(year), year]));
  return ids.map((id) => {
    const year = known.get(id);
    if (year === undefined) throw new StoreCorrupt(`所依据的工作日历 ${id} 不在本系统中`, { version: id });
    return year;
  });
}

/** The streams in which those of the versions stand that were recorded, not shipped. */
export function calendarStreams(
  calendars: CalendarsInForce,
  versions: readonly CalendarYear[],
  position: Position,
): readonly string[] {
  const recorded = new Set<string>(
    calendars
      .recorded()
      .filter((one) => one.position <= position)
      .map(({ calendar }) => versionIdOf(calendar)),
  );
  const used = versions.filter((year) => recorded.has(versionIdOf(year)));
  return [...new Set(used.map(({ jurisdiction }) => calendarStream(jurisdiction)))];
}

/** The line of a calendar version, whole, with the SHA-256 of its canonical text. */
export function calendarLine(year: CalendarYear): object {
  return { calendar: year, sha256: sha256OfJson(year) };
}
