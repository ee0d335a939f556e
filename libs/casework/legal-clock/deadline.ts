import type { LocalDate } from '#kernel';
import type { CountBasis, WorkingDayCalendar } from '#calendar';
import type { Case } from '../case.js';
import { unionOfPauses } from './pauses.js';
import type { Period } from './periods.js';

/** Working days to reply (Art. 33(2)). */
export const REPLY_WORKING_DAYS = 20;

/** Until when a reply is due, and what the date rests on. */
export interface DueDate extends CountBasis {
  /** The last day on which the reply may be dispatched; `null` where none can be told. */
  readonly due: LocalDate | null;
}

/** The due date of one reply period, with its parts in working days. */
export interface Deadline extends DueDate {
  readonly extensionDays: number;
  /** Working days taken out for consultations, the union; `null` while a pause has no end in sight. */
  readonly pausedDays: number | null;
  /** What Art. 33 gives; equals `due` unless a delayed reply date (Art. 35) lies behind it. `null` while a pause has no end in sight. */
  readonly statutoryDue: LocalDate | null;
}

/** The answer where there is no due date. */
export const NO_DUE_DATE: DueDate = { due: null, provisional: false, calendarVersions: [] };

/**
 * The deadline of a period: addWorkingDays(start, 20 + extension + paused) (DR 1.5).
 * A pause counts only if it began while the period ran: a letter sent on or after the due date does not move it.
 * An extension stays with the case when a correction or a payment starts a new period. A delayed reply date replaces an
 * earlier due date, never a later one. Of a period that was cut off, only letters, extensions and delays up to that day count.
 */
export function deadlineOf(state: Case, period: Period, calendar: WorkingDayCalendar): Deadline {
  const start = period.startedOn;
  const known = (on: LocalDate) => period.interruptedOn === null || on <= period.interruptedOn;
  const consultations = state.consultations.filter(({ sentOn }) => known(sentOn));
  const extensionDays = state.extension && known(state.extension.on) ? state.extension.workingDays : 0;

  let pausedDays = 0;
  const reach = () => calendar.addWorkingDays(start, REPLY_WORKING_DAYS + extensionDays + pausedDays);
  let reached = reach();
  for (const pause of unionOfPauses(consultations, start, calendar)) {
    if (pause.from >= reached.date) break;
    if (pause.to === null) return { ...NO_DUE_DATE, extensionDays, pausedDays: null, statutoryDue: null };
    pausedDays += calendar.workingDaysBetween(pause.from, pause.to).days;
    reached = reach();
  }

  const { date: statutoryDue, provisional, calendarVersions } = reached;
  const delayed = delayedReplyDate(state, known);
  return {
    ...(delayed !== null && delayed > statutoryDue
      ? { due: delayed, provisional: false, calendarVersions }
      : { due: statutoryDue, provisional, calendarVersions }),
    extensionDays,
    pausedDays,
    statutoryDue,
  };
}

function delayedReplyDate({ reasons }: Case, known: (on: LocalDate) => boolean): LocalDate | null {
  return reasons?.concludedOn && known(reasons.concludedOn) ? reasons.delayedReplyOn : null;
}
