import type { WorkingDayCalendar } from '#calendar';
import type { Case } from '../case.js';
import { deadlineOf, NO_DUE_DATE, type DueDate } from './deadline.js';
import { periodsOf } from './periods.js';

/**
 * Until when the reply is (or was) due; the fast path for worklists. `due` is `null` before receipt, while a correction or a
 * payment is waited for, and while a consultation whose delivery is unknown pauses the clock.
 * The same case and calendar give the same answer on every day and in every time zone.
 */
export function dueDate(state: Case, calendar: WorkingDayCalendar): DueDate {
  const period = periodsOf(state).at(-1);
  if (period === undefined || period.interruptedOn !== null) return NO_DUE_DATE;
  const { due, provisional, calendarVersions } = deadlineOf(state, period, calendar);
  return { due, provisional, calendarVersions };
}
