import type { TableScope } from '#agency';
import type { Principal } from '../principal.js';
import { refusalIn, type Refusal } from '../refusal.js';
import type { ScopeDrift, ScopeDrifts } from '../scopes/scope-drift.js';
import { presentOf, type PresentParts } from '../scopes/scope-parts.js';
import { readScope } from '../scopes/scope-reader.js';
import type { ReportingAgency } from './reporting-agencies.js';
import { TOTALLED_SCOPES, totallingAgencies } from './totalling-agencies.js';

/**
 * How far the report of a scope is: `draft`: none is issued; `issued`; `drifted`: issued, and the sum of the members is another one since;
 * `failing`: there is no sum, whether one is issued or not.
 */
export type YearEndScopeState = 'draft' | 'issued' | 'drifted' | 'failing';

/** The report of a level or region before the deadline, with the issue that holds beside the present sum. */
export interface YearEndScopeLine {
  readonly agency: string;
  readonly name: string;
  readonly scope: TableScope;
  readonly state: YearEndScopeState;
  /** `null` while none is issued. */
  readonly issued: ScopeDrift | null;
  /** Why there is no sum. */
  readonly refusal: Refusal | null;
}

/** Looks over the reports of scopes. */
export class YearEndScopes {
  constructor(
    private readonly parts: PresentParts,
    private readonly drifts: ScopeDrifts,
  ) {}

  /** Level and region of every government within reach that totals others, in the order of ids. Raises `agency-tree-cycle`. */
  async lines(year: number, principal: Principal): Promise<readonly YearEndScopeLine[]> {
    const lines: YearEndScopeLine[] = [];
    for (const of of await totallingAgencies(this.parts.agencies, year, principal)) {
      for (const scope of TOTALLED_SCOPES) lines.push(await this.#line(of, year, scope));
    }
    return lines;
  }

  async #line({ agency, name }: ReportingAgency, year: number, scope: TableScope): Promise<YearEndScopeLine> {
    const issued = await this.drifts.drift({ agency, year, scope });
    const refusal = issued === null ? await this.#refusalOf(agency, year, scope) : issued.refusal;
    return { agency, name, scope, state: stateOf(issued, refusal), issued, refusal };
  }

  async #refusalOf(agency: string, year: number, scope: TableScope): Promise<Refusal | null> {
    try {
      await readScope(presentOf(this.parts), { agency, year, scope, form: null });
      return null;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      return refusal;
    }
  }
}

function stateOf(issued: ScopeDrift | null, refusal: Refusal | null): YearEndScopeState {
  if (refusal !== null) return 'failing';
  if (issued === null) return 'draft';
  return issued.cells.length > 0 ? 'drifted' : 'issued';
}
