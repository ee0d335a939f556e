import type { LocalDate } from '#kernel';
import {
  formFor,
  policyOn,
  reportDeadline,
  ScopesOfYear,
  type AgencyLevel,
  type AgencyState,
  type ScopeMember,
} from '#agency';
import type { Principal } from '../principal.js';
import { countsInYear } from '../scopes/read-members.js';
import { presentOf, type PresentParts } from '../scopes/scope-parts.js';
import type { ScopeSource } from '../scopes/scope-source.js';
import { lastDayOf } from '../years/carry-forwards.js';

/** A body that publishes a report on a year. */
export interface ReportingAgency {
  readonly agency: string;
  readonly name: string;
  readonly level: AgencyLevel;
  /** Last day for its report (Art. 49). */
  readonly deadline: LocalDate;
  /** First day on which it no longer existed; `null` for a body that stood at the end of the year. */
  readonly dissolvedOn: LocalDate | null;
}

/** Tells which bodies report on a year, by the rules by which totals count them (docs/adr/0015-scopes.md). */
export class ReportingAgencies {
  readonly #source: ScopeSource;

  constructor(private readonly parts: PresentParts) {
    this.#source = presentOf(parts);
  }

  /**
   * The bodies within the reach of `principal`, in the order of ids: those that stood at the end of the year, but for a government
   * without figures whose office reports for it; and dissolved ones of which something still counts in the year. Raises `agency-tree-cycle`.
   */
  async within(year: number, { agencies: reach }: Principal): Promise<readonly ReportingAgency[]> {
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    const agencies = await this.#source.agencies();
    const scopes = new ScopesOfYear(agencies, year);
    const reporting: ReportingAgency[] = [];
    for (const state of agencies.values()) {
      if (state.foundedOn > lastDayOf(year) || (reach !== '*' && !reach.includes(state.agencyId))) continue;
      const [body] = scopes.membersOf(state.agencyId, 'own');
      if (body === undefined) continue;
      if (reportsAnyway(body) || (await this.#counts(state, body, scopes))) reporting.push(reportingAgency(body, year));
    }
    return reporting;
  }

  /** Whether the totals of the year hold figures of a body; one that is gone without an heir is its own. */
  #counts(state: AgencyState, body: ScopeMember, scopes: ScopesOfYear): Promise<boolean> {
    const { year } = scopes;
    const [heir = body] = scopes.membersOf(body.countsWith, 'own');
    return countsInYear(this.#source, { body, heir }, year, formFor(policyOn(state, lastDayOf(year)), year));
  }
}

/** A body of a year, with the deadline of its level. */
export function reportingAgency({ agencyId, name, level, dissolvedOn }: ScopeMember, year: number): ReportingAgency {
  return { agency: agencyId, name, level, deadline: reportDeadline(level, year), dissolvedOn };
}

/** A body that stands and has nobody to report for it owes a report, also where nothing is recorded. */
function reportsAnyway({ dissolvedOn, officeId }: ScopeMember): boolean {
  return dissolvedOn === null && officeId === null;
}
