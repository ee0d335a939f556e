import type { LocalDate } from '#kernel';
import type { Jurisdiction, WorkingDayCalendar } from '#calendar';
import { dueDate, type Case, type DueDate } from '#casework';
import type { CalendarsInForce } from './calendars-in-force.js';

/** A due date by the calendars of one state of knowledge. */
export interface DueReading extends DueDate {
  /** By the calendars made public on or before this day; `null`: by all that are recorded. */
  readonly knownOn: LocalDate | null;
  /** Whether the reply was dispatched behind `due`; `null` while there is no reply, and for cases that ended without one. */
  readonly late: boolean | null;
}

/** Both readings of the due date of a case. */
export interface DueReadings {
  /** By the calendars public on the day on which the case ended; `null` while it is open: then there is one reading only. */
  readonly then: DueReading | null;
  /** As now known. */
  readonly now: DueReading;
}

/** Reads the due date of a case as it was known at its end and as it is known now. */
export function dueReadings(state: Case, jurisdiction: Jurisdiction, calendars: CalendarsInForce): DueReadings {
  const endedOn = state.ending?.on ?? null;
  return {
    then: endedOn === null ? null : reading(state, calendars.of(jurisdiction, endedOn), endedOn),
    now: reading(state, calendars.of(jurisdiction), null),
  };
}

function reading(state: Case, calendar: WorkingDayCalendar, knownOn: LocalDate | null): DueReading {
  const { due, provisional, calendarVersions } = dueDate(state, calendar);
  const late = state.reply === null ? null : due !== null && state.reply.dispatchedOn > due;
  return { knownOn, due, provisional, calendarVersions, late };
}
