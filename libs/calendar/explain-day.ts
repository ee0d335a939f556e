import { fromDayNumber, yearOf, type LocalDate } from '#kernel';
import type { CalendarNotice, CalendarVersionId } from './calendar-year.js';
import { isWeekendDay } from './day-range.js';
import type { NamedDay } from './named-days.js';

/** What a day is: an ordinary weekday, an ordinary weekend, a day off by notice, a weekend day worked by notice. */
export type DayKind = 'working-day' | 'weekend' | 'day-off' | 'working-weekend';

/** One day, explained. */
export interface DayExplanation {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** Whether the day counts as 工作日. */
  readonly working: boolean;
  /** False when no calendar of its year is published: the kind was guessed from the weekday. */
  readonly known: boolean;
  /** Why, in Chinese, for people. */
  readonly because: string;
  /** The holiday of a day off, in the words of the notice. */
  readonly holiday?: string;
  /** The notice that names the day; absent for ordinary days. */
  readonly notice?: CalendarNotice;
  /** The version in force for the day; absent when the day is not known. */
  readonly calendarVersion?: CalendarVersionId;
}

/** Explains a day from what a calendar says of it (`named`) and from the version in force for it (`version`). */
export function explainDay(
  day: number,
  named: NamedDay | undefined,
  version: CalendarVersionId | undefined,
): DayExplanation {
  const date = fromDayNumber(day);
  if (named) return explainNamed(date, named);
  const weekend = isWeekendDay(day);
  const ordinary = weekend ? '周末' : '工作日';
  return {
    date,
    kind: weekend ? 'weekend' : 'working-day',
    working: !weekend,
    known: version !== undefined,
    because: version ? ordinary : `${yearOf(date)} 年工作日历未公布，暂按${ordinary}推算`,
    ...(version && { calendarVersion: version }),
  };
}

function explainNamed(date: LocalDate, { working, holiday, notice, version }: NamedDay): DayExplanation {
  const source = notice.number ?? notice.title;
  return {
    date,
    kind: working ? 'working-weekend' : 'day-off',
    working,
    known: true,
    because: working ? `调休上班（${source}）` : `${holiday}放假（${source}）`,
    ...(holiday !== null && { holiday }),
    notice,
    calendarVersion: version,
  };
}
