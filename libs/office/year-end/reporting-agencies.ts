import type { LocalDate } from '#kernel';
import {
  latestEdition,
  reportDeadline,
  ScopesOfYear,
  standingImport,
  type AgencyLevel,
  type AgencyState,
  type ScopeMember,
} from '#agency';
import type { Principal } from '../principal.js';
import { isKeptHere } from '../scopes/kept-here.js';
import { presentOf, type PresentParts } from '../scopes/scope-parts.js';
import type { ScopeSource } from '../scopes/scope-source.js';
import { lastDayOf } from '../years/carry-forwards.js';
import { formOfYear } from '../years/form-of-year.js';

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
   * without figures whose office reports for it; and dissolved ones of which something is in the year. Raises `agency-tree-cycle`.
   */
  async within(year: number, { agencies: reach }: Principal): Promise<readonly ReportingAgency[]> {
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    const agencies = await this.#source.agencies();
    const scopes = new ScopesOfYear(agencies, year);
    const reporting: ReportingAgency[] = [];
    for (const state of agencies.values()) {
      if (state.foundedOn > lastDayOf(year) || (reach !== '*' && !reach.includes(state.agencyId))) continue;
      for (const body of scopes.membersOf(state.agencyId, 'own')) {
        if (reportsAnyway(body) || (await this.#isInYear(state, year))) reporting.push(reportingAgency(body, year));
      }
    }
    return reporting;
  }

  /** Whether the year of a body is closed or imported, or anything of it is recorded here. */
  async #isInYear(state: AgencyState, year: number): Promise<boolean> {
    const agency = state.agencyId;
    const books = await this.#source.books(agency, year);
    if (latestEdition(books) !== null || standingImport(books, 'own') !== null) return true;
    return isKeptHere(this.#source, await this.#source.figures({ agency, year, form: formOfYear(state, books) }));
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
