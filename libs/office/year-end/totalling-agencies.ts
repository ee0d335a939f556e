import { ScopesOfYear, type TableScope } from '#agency';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { Principal } from '../principal.js';
import { reportingAgency, type ReportingAgency } from './reporting-agencies.js';

/** Whose tables such a government hands in besides its own. */
export const TOTALLED_SCOPES = ['level', 'region'] as const satisfies readonly TableScope[];

/**
 * Every government within the reach of `principal` that has anybody below it at the end of `year`, in the order of ids: it hands in
 * the reports of its level and region. Raises `agency-tree-cycle`.
 */
export async function totallingAgencies(
  agencies: AgencyDesk,
  year: number,
  { agencies: reach }: Principal,
): Promise<readonly ReportingAgency[]> {
  const states = await agencies.all();
  const scopes = new ScopesOfYear(states, year);
  return [...states.keys()]
    .filter((agency) => scopes.totals(agency) && (reach === '*' || reach.includes(agency)))
    .flatMap((agency) => scopes.membersOf(agency, 'own'))
    .map((body) => reportingAgency(body, year));
}
