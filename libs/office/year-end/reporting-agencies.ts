import type { LocalDate } from '#kernel';
import { existsOn, nameOn, reportDeadline, type AgencyLevel } from '#agency';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { Principal } from '../principal.js';
import { lastDayOf } from '../years/carry-forwards.js';

/** A body that publishes a report on a year. */
export interface ReportingAgency {
  readonly agency: string;
  readonly name: string;
  readonly level: AgencyLevel;
  /** Last day for its report (Art. 49). */
  readonly deadline: LocalDate;
}

/** Every agency within the reach of `principal` that existed at the end of `year`, in the order of ids. */
export async function reportingAgencies(
  agencies: AgencyDesk,
  year: number,
  { agencies: reach }: Principal,
): Promise<readonly ReportingAgency[]> {
  const lastDay = lastDayOf(year);
  return [...(await agencies.all()).values()]
    .filter((state) => existsOn(state, lastDay) && (reach === '*' || reach.includes(state.agencyId)))
    .map((state) => ({
      agency: state.agencyId,
      name: nameOn(state, lastDay),
      level: state.level,
      deadline: reportDeadline(state.level, year),
    }));
}
