import type { LocalDate } from '#kernel';
import {
  formFor,
  policyOn,
  reportDeadline,
  ScopesOfYear,
  type Agencies,
  type AgencyLevel,
  type AgencyState,
  type ScopeMember,
} from '#agency';
import type { Principal } from '../principal.js';
import { countsInYear, readMembers } from '../scopes/read-members.js';
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
  /** What to do about it, in Chinese, where the run cannot know; `null`: nothing out of the ordinary. */
  readonly remedy: string | null;
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
      if (!reportsAnyway(body) && !(await this.#counts(state, body, scopes))) continue;
      reporting.push({ ...reportingAgency(body, year), remedy: await this.#remedyOf(body, scopes, agencies) });
    }
    return reporting;
  }

  /** Of an office without figures whose government has some. */
  async #remedyOf(
    { agencyId, officeOf }: ScopeMember,
    { year }: ScopesOfYear,
    agencies: Agencies,
  ): Promise<string | null> {
    if (officeOf === null) return null;
    const isSilent = async (agency: string) => {
      const [member] = await readMembers(this.#source, agencies, { agency, year, scope: 'own', form: '2021' });
      return member?.basis === 'missing';
    };
    return (await isSilent(agencyId)) && !(await isSilent(officeOf)) ? remedyOfOffice(officeOf) : null;
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
  return { agency: agencyId, name, level, deadline: reportDeadline(level, year), dissolvedOn, remedy: null };
}

/**
 * An office speaks for its government, so that a government without figures owes none; nobody speaks for an office, which publishes a
 * report of its own like every department (DR 4). That its government has figures does not make its own known, let alone 0.
 */
function remedyOfOffice(government: string): string {
  return (
    `它是 ${government} 的办公厅（室），本身没有任何记录，而 ${government} 另有数字；办公厅（室）与各部门一样单独公布报告，没有记录不等于没有：` +
    '确实没有的，把台账期初等登记为 0 后再执行；数字都计在政府名下、本身不单独公布的，同样登记为 0；另行公布了报告的，用 year import-report 导入'
  );
}

/** A body that stands and has nobody to report for it owes a report, also where nothing is recorded. */
function reportsAnyway({ dissolvedOn, officeId }: ScopeMember): boolean {
  return dissolvedOn === null && officeId === null;
}
