import { Refused, type LocalDate } from '#kernel';
import { carryForward, effectiveHistory, rectifyEntry, type RawEntry } from '#casework';
import type { CaseDesk } from '../desk/case-desk.js';
import type { RequestContext } from '../request.js';
import type { OfficeViews } from '../views/office-views.js';

const WINDOW = 256;

/** Why and by whose approval statements are struck that no longer hold. */
export interface Striking {
  readonly on: LocalDate;
  readonly reason: 'typing-error' | 'new-evidence' | 'ordered-from-above';
  readonly approvedBy: string;
}

/**
 * The statements that cases were open at the end of a year (结转下年度). Every method may be run again after a kill: what
 * stands is not repeated.
 */
export class CarryForwards {
  constructor(
    private readonly cases: CaseDesk,
    private readonly views: OfficeViews,
  ) {}

  /** Cases of the agency with a standing statement for the end of `year`, by their id. The views must have caught up. */
  statedFor(agency: string, year: number): readonly string[] {
    return this.views.caseload
      .statement(
        `SELECT case_id FROM caseload WHERE agency = ?
         AND EXISTS (SELECT 1 FROM json_each(state, '$.carriedInto') WHERE value = ?) ORDER BY case_id`,
      )
      .all(agency, year + 1)
      .map((row) => String(row['case_id']));
  }

  /** Carries forward those of the cases that are not yet. */
  async complete(open: readonly string[], year: number, request: RequestContext): Promise<void> {
    const body = { on: lastDayOf(year), fromYear: year, intoYear: year + 1 };
    await inWindows(open, async (caseId) => {
      const { state, history } = await this.cases.caseOf(caseId);
      if (state.carriedInto.includes(year + 1)) return;
      // A statement once struck is made anew: under another id, or it would be taken for the first one.
      const before = history.filter((entry) => isStatement(entry, year)).length;
      const commandId = `close:${year}:${caseId}${before === 0 ? '' : `:${before}`}`;
      await this.cases.record({
        step: carryForward.name,
        caseId,
        agency: null,
        body,
        request: { ...request, commandId },
      });
    });
  }

  /** Strikes the statements about these cases, which were not open. Raises what the rectification raises. */
  async strike(notOpen: readonly string[], year: number, why: Striking, request: RequestContext): Promise<void> {
    await inWindows(notOpen, async (caseId) => {
      const { history } = await this.cases.caseOf(caseId);
      const statement = effectiveHistory(history).find((entry) => isStatement(entry, year));
      if (statement === undefined) return;
      const { revision } = statement.by;
      const body = { ...why, revision, action: { kind: 'void' } };
      const commandId = `strike:${year}:${caseId}:${revision}`;
      await this.cases.record({
        step: rectifyEntry.name,
        caseId,
        agency: null,
        body,
        request: { ...request, commandId },
      });
    });
  }

  /** Raises `carried-not-open` when a case other than these is stated to be open: its statement is to be struck first. */
  assertNoneElse(open: readonly string[], agency: string, year: number): void {
    const isOpen = new Set(open);
    const surplus = this.statedFor(agency, year).filter((caseId) => !isOpen.has(caseId));
    if (surplus.length > 0) {
      throw new Refused(
        'carried-not-open',
        `案件 ${surplus[0]} 等 ${surplus.length} 件已记结转，而 ${year} 年末并非未办结；请先更正（作废该结转记录）`,
        { caseIds: surplus },
      );
    }
  }

  /**
   * The statements must be about exactly these cases. Raises `cases-changed` when one is not stated: it changed meanwhile, and
   * the run is to be repeated; `carried-not-open`.
   */
  async assertExact(open: readonly string[], agency: string, year: number): Promise<void> {
    this.assertNoneElse(open, agency, year);
    for (const caseId of open) {
      if (!(await this.cases.caseOf(caseId)).state.carriedInto.includes(year + 1)) {
        throw new Refused('cases-changed', `结账期间案件 ${caseId} 有变动，请重新结账`, { caseId });
      }
    }
  }
}

/** December 31 of a year. */
export function lastDayOf(year: number): LocalDate {
  return `${year}-12-31` as LocalDate;
}

function isStatement({ type, data }: RawEntry, year: number): boolean {
  return type === carryForward.event.type && (data as { readonly intoYear: number }).intoYear === year + 1;
}

/** Not all at once: each is an append on its way. */
async function inWindows(cases: readonly string[], deed: (caseId: string) => Promise<void>): Promise<void> {
  for (let from = 0; from < cases.length; from += WINDOW) {
    await Promise.all(cases.slice(from, from + WINDOW).map(deed));
  }
}
