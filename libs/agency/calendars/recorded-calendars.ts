import type { CalendarYear, Jurisdiction } from '#calendar';
import type { CommandContext } from '../command.js';

/** The place whose calendar a command is about. */
export interface CalendarTarget {
  readonly jurisdiction: Jurisdiction;
}

/** The calendar versions (工作日历) recorded for one jurisdiction, in the order in which they were recorded. */
export interface RecordedCalendars extends CalendarTarget {
  readonly versions: readonly CalendarYear[];
}

/** What deciding about calendars may look at besides: the versions that came with the program, of any jurisdiction. */
export interface CalendarsContext extends CommandContext {
  readonly shipped: readonly CalendarYear[];
}
