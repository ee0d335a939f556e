import { ScopesOfYear } from '#agency';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { Principal } from '../principal.js';
import { reportingAgencies, type ReportingAgency } from './reporting-agencies.js';

/**
 * Every government within the reach of `principal` that has anybody below it at the end of `year`, in the order of ids: it hands in
 * the reports of its level and region. Raises `agency-tree-cycle`.
 */
export async function totallingAgencies(
  agencies: AgencyDesk,
  year: number,
  principal: Principal,
): Promise<readonly ReportingAgency[]> {
  const scopes = new ScopesOfYear(await agencies.all(), year);
  const reporting = await reportingAgencies(agencies, year, principal);
  return reporting.filter(({ agency }) => scopes.totals(agency));
}
