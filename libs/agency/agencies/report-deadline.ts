import type { LocalDate } from '#kernel';
import type { AgencyLevel } from './level.js';

/** Levels whose report is that of a whole government (本级政府), by March 31; everybody else publishes by January 31. */
const GOVERNMENTS: ReadonlySet<AgencyLevel> = new Set([
  'county',
  'district',
  'city',
  'city-office',
  'province',
  'province-office',
]);

/**
 * The last day on which the report on `year` may be published (Art. 49): January 31 for departments, March 31 for governments from
 * the county up. Towns are not named there and publish with the departments (DR 1.11). Local notices often ask for an earlier day.
 */
export function reportDeadline(level: AgencyLevel, year: number): LocalDate {
  return `${year + 1}-${GOVERNMENTS.has(level) ? '03-31' : '01-31'}` as LocalDate;
}
