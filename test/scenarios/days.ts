import { calendarOf } from '#calendar';
import type { LocalDate } from '#kernel';

const calendar = calendarOf('CN');

/** The nth working day after `date`; for 0 the date itself. */
export function workingDaysAfter(date: LocalDate, days: number): LocalDate {
  return calendar.addWorkingDays(date, days).date;
}

/** `date`, or the next working day when the office is closed on it. */
export function officeDay(date: LocalDate): LocalDate {
  return calendar.dayKind(date).working ? date : workingDaysAfter(date, 1);
}
