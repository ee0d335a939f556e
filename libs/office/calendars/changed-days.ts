import type { LocalDate } from '#kernel';
import type { CalendarYear } from '#calendar';
import type { CalendarChange } from '#agency';

/** What a calendar version makes of single days, beside what was in force before it in its place. */
export interface ChangedDays {
  readonly becomesOff: readonly LocalDate[];
  readonly becomesWorking: readonly LocalDate[];
}

/**
 * Every day of the year of the version, and of the neighbouring months that it may name, which counted otherwise before. A version
 * restates the whole year: whoever leaves out the holidays of an earlier notice sees them here among the days that become working.
 */
export function changedDays({ jurisdiction, year }: CalendarYear, { before, after }: CalendarChange): ChangedDays {
  const [first, last] = [`${year - 1}-12-01`, `${year + 1}-01-31`] as [LocalDate, LocalDate];
  const then = [...before.of(jurisdiction).daysFrom(first, last)];
  const now = [...after.of(jurisdiction).daysFrom(first, last)];
  const turned = (working: boolean) =>
    now.filter((day, index) => day.working === working && then[index]!.working !== working).map(({ date }) => date);
  return { becomesOff: turned(false), becomesWorking: turned(true) };
}
