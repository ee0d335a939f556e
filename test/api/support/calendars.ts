import { SHIPPED_CALENDAR_YEARS, versionIdOf } from '#calendar';
import type { LocalDate } from '#kernel';

const last = SHIPPED_CALENDAR_YEARS.findLast(({ jurisdiction, year }) => jurisdiction === 'CN' && year === 2024)!;

/** The next version of the calendar of 2024, with more days off, by a notice of 20 June 2024 that nobody issued. */
export function calendarOf2024(off: readonly LocalDate[], changes: object = {}) {
  const notice = { number: '测〔2024〕9号', title: '通知', date: '2024-06-20', published: '2024-06-20', url: null };
  const more = off.map((day) => ({ name: '临时放假', from: day, to: day }));
  const calendar = { ...last, version: last.version + 1, notice, daysOff: [...last.daysOff, ...more], ...changes };
  return { on: '2024-06-21', calendar };
}

/** Its id. */
export const NEXT_VERSION = versionIdOf({ ...last, version: last.version + 1 });
/** The id of the last version that the program ships. */
export const SHIPPED_VERSION = versionIdOf(last);
