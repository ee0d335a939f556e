import { addDays, lineSchema, localDateSchema, type LocalDate } from '#kernel';
import { z } from 'zod';
import { isWeekend } from './day-range.js';
import { jurisdictionSchema, type Jurisdiction } from './jurisdiction.js';

const noticeSchema = z.strictObject({
  /** 文号; null when it is not known. Never invented. */
  number: lineSchema('文号', 100).nullable(),
  title: lineSchema('标题', 200),
  /** 成文日期. */
  date: localDateSchema,
  /** The day on which the notice was made public; from this day on the version is known. */
  published: localDateSchema,
  url: z.url('应为网址').nullable(),
});

const dayOffStretchSchema = z.strictObject({
  /** The holiday, in the words of the notice. */
  name: lineSchema('节日名称', 50),
  /** First day off. */
  from: localDateSchema,
  /** Last day off, included. */
  to: localDateSchema,
});

const shapeSchema = z.strictObject({
  jurisdiction: jurisdictionSchema,
  year: z.int('年份应为整数').min(1990, '年份应在 1990 至 2200 之间').max(2200, '年份应在 1990 至 2200 之间'),
  /** 1 for the yearly notice, one more for each amendment. A version restates the whole year. */
  version: z.int('版本号应为整数').min(1, '版本号从 1 起').max(99, '版本号不超过 99'),
  notice: noticeSchema,
  /** 放假, weekend days inside a stretch included. Ordinary weekends are not listed. */
  daysOff: z.array(dayOffStretchSchema).min(1, '至少应有一段放假日期').max(60, '放假日期不超过 60 段'),
  /** 上班: Saturdays and Sundays that are worked. */
  workingWeekendDays: z.array(localDateSchema).max(60, '调休上班日不超过 60 天'),
});

/**
 * One version of the calendar of one year in one jurisdiction, as a notice gives it. May name days of the neighbouring
 * December and January: the 2008 notice makes 2007-12-31 a day off.
 */
export type CalendarYear = z.infer<typeof shapeSchema>;

/** Who said that a day is off or worked, where it can be read. */
export type CalendarNotice = CalendarYear['notice'];

/** Validates a calendar that comes in from outside, such as one recorded after the program was built. */
export const calendarYearSchema = shapeSchema.superRefine((calendar, context) => {
  if (context.issues.length > 0) return; // the rules below compute with dates and need them well-formed
  const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const { notice, daysOff, workingWeekendDays, year } = calendar;
  const first: LocalDate = `${year - 1}-12-01`;
  const last: LocalDate = `${year + 1}-01-31`;
  const outside = (date: LocalDate) => date < first || date > last;
  const taken = new Set<LocalDate>();
  const take = (date: LocalDate) => taken.size < taken.add(date).size;

  if (notice.published < notice.date) fault(['notice', 'published'], '公布日期不能早于成文日期');
  daysOff.forEach(({ from, to }, index) => {
    if (outside(from) || outside(to)) return fault(['daysOff', index], `日期不属于 ${year} 年的安排`);
    if (to < from) return fault(['daysOff', index, 'to'], '结束日期不能早于开始日期');
    if (!daysOfStretch({ from, to }).map(take).every(Boolean)) fault(['daysOff', index], '与另一段放假日期重叠');
  });
  workingWeekendDays.forEach((date, index) => {
    if (outside(date)) return fault(['workingWeekendDays', index], `日期不属于 ${year} 年的安排`);
    if (!isWeekend(date)) fault(['workingWeekendDays', index], '只能是星期六或星期日');
    if (!take(date)) fault(['workingWeekendDays', index], '该日期已列出');
  });
});

/** Every date from `from` to `to`, both included. */
export function daysOfStretch({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Names one version of one calendar: `CN-2020-2`, `CN-SC-513400-2011-1`. Stored with every deadline that rests on it. */
export type CalendarVersionId = `${Jurisdiction}-${number}-${number}`;

/** The id of a version. */
export function versionIdOf({ jurisdiction, year, version }: CalendarYear): CalendarVersionId {
  return `${jurisdiction}-${year}-${version}`;
}
