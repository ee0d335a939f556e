import type { Instant, Position } from '#kernel';
import { versionIdOf, type CalendarVersionId, type CalendarYear, type Jurisdiction } from '#calendar';
import type { CalendarsInForce } from './calendars-in-force.js';

/** A calendar version and where it comes from. */
export interface KnownCalendar {
  readonly version: CalendarVersionId;
  /** Whole, as the notice gives it. */
  readonly calendar: CalendarYear;
  readonly origin: 'shipped' | 'recorded';
  /** Place in the log, and when it was recorded; `null` for a version that came with the program. */
  readonly position: Position | null;
  readonly recordedAt: Instant | null;
}

/** Every version known, in the order in which they became public; of one place and one year where asked for. */
export async function knownVersions(
  calendars: CalendarsInForce,
  { jurisdiction, year }: { readonly jurisdiction?: Jurisdiction; readonly year?: number },
): Promise<readonly KnownCalendar[]> {
  await calendars.refresh();
  const recorded = new Map(calendars.recorded().map((one) => [versionIdOf(one.calendar), one]));
  return calendars
    .now()
    .versions()
    .filter((one) => jurisdiction === undefined || one.jurisdiction === jurisdiction)
    .filter((one) => year === undefined || one.year === year)
    .map((calendar) => {
      const version = versionIdOf(calendar);
      const { position = null, recordedAt = null } = recorded.get(version) ?? {};
      return { version, calendar, origin: position === null ? 'shipped' : 'recorded', position, recordedAt };
    });
}
