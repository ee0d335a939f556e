import { later, type LocalDate } from '#kernel';
import type { WorkingDayCalendar } from '#calendar';
import { CONSULTATION_WORKING_DAYS, type Consultation } from '../consulting/consultation.js';

/** A stretch of days on which the reply clock stands still: after `from`, up to and including `to` (Q4). */
export interface Pause {
  readonly from: LocalDate;
  /** `null`: without an end in sight, since nobody knows when the consulted party received the letter. */
  readonly to: LocalDate | null;
}

/** The last day of the 15 working days that the consulted party has (Art. 32, 34); `null` while delivery is unknown. */
export function lapseOf({ deliveredOn }: Consultation, calendar: WorkingDayCalendar): LocalDate | null {
  return deliveredOn && calendar.addWorkingDays(deliveredOn, CONSULTATION_WORKING_DAYS).date;
}

/**
 * What one consultation takes out of the reply period: (sent, opinion or lapse]. An open one is expected to lapse on its
 * 15th working day. Silence ends there too, whatever day was written down: a rectified delivery moves it along.
 */
export function pauseOf(consultation: Consultation, calendar: WorkingDayCalendar): Pause {
  const { sentOn, endedOn, result } = consultation;
  const answeredOn = result === 'silent' ? null : endedOn;
  return { from: sentOn, to: answeredOn ?? lapseOf(consultation, calendar) ?? endedOn };
}

/** The union of the pauses behind `start`, without overlap, in order of time: days are taken out once (DR 1.5). */
export function unionOfPauses(
  consultations: readonly Consultation[],
  start: LocalDate,
  calendar: WorkingDayCalendar,
): Pause[] {
  const union: Pause[] = [];
  const pauses = consultations
    .map((consultation) => pauseOf(consultation, calendar))
    .map(({ from, to }) => ({ from: later(from, start), to }))
    .filter(({ from, to }) => to === null || to > from)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const pause of pauses) {
    const last = union.at(-1);
    if (last === undefined || (last.to !== null && last.to < pause.from)) union.push(pause);
    else union[union.length - 1] = { from: last.from, to: last.to && pause.to && later(last.to, pause.to) };
  }
  return union;
}
