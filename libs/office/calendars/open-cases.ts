import type { Instant } from '#kernel';
import { covers, type Jurisdiction } from '#calendar';
import { currentCase, type Case } from '#casework';
import type { StreamDesk } from '../desk/stream-desk.js';
import type { Principal } from '../principal.js';
import { caseStream } from '../streams.js';
import type { OfficeViews } from '../views/office-views.js';

const PAGE = 500;

/** Which open cases are meant. */
export interface OpenCasesOf {
  /** The calendar's place: cases of agencies in it. */
  readonly jurisdiction: Jurisdiction;
  /** Open by what was recorded up to this instant; `null`: open now. */
  readonly asOf: Instant | null;
  /** Cases of agencies outside the scope are left out. */
  readonly principal: Principal;
}

/** A case that is, or was, open, and the place whose calendar applies to it. */
export interface OpenCase {
  readonly state: Case;
  readonly jurisdiction: Jurisdiction;
}

/** Finds the open cases of a place, now or as of an earlier instant, by the caseload view; earlier states come from the log. */
export class OpenCases {
  constructor(
    private readonly views: OfficeViews,
    private readonly desk: StreamDesk,
  ) {}

  /** By case id. The view must have come to the end of the log. */
  async *of(meant: OpenCasesOf): AsyncGenerator<OpenCase, undefined> {
    for (let after = ''; ;) {
      const page = this.#page(meant, after);
      for (const row of page) {
        const jurisdiction = String(row['jurisdiction'] ?? 'CN') as Jurisdiction;
        if (!covers(meant.jurisdiction, jurisdiction)) continue;
        const state = await this.#state(row, meant.asOf);
        if (state !== null && state.status !== 'closed') yield { state, jurisdiction };
      }
      const last = page.at(-1);
      if (last === undefined) return;
      after = String(last['case_id']);
    }
  }

  /** What is closed now was open then only if something was recorded since. */
  #page({ asOf, principal: { agencies } }: OpenCasesOf, after: string) {
    return this.views.caseload
      .statement(
        `SELECT case_id, jurisdiction, recorded_at, state FROM caseload LEFT JOIN jurisdiction USING (agency)
         WHERE (status <> 'closed' OR recorded_at > ?) AND case_id > ?
           AND (? OR agency IN (SELECT value FROM json_each(?)))
         ORDER BY case_id LIMIT ${PAGE}`,
      )
      .all(asOf ?? LAST, after, agencies === '*' ? 1 : 0, JSON.stringify(agencies === '*' ? [] : agencies));
  }

  /** A case untouched since is what it was; of another one the entries of that time are folded again. */
  async #state(row: Record<string, unknown>, asOf: Instant | null): Promise<Case | null> {
    if (asOf === null || String(row['recorded_at']) <= asOf) return JSON.parse(String(row['state'])) as Case;
    const history = await this.desk.history(caseStream(String(row['case_id'])));
    return currentCase(history.filter(({ by }) => by.recordedAt <= asOf));
  }
}

/** Behind every instant. */
const LAST = '9999-12-31T23:59:59.999Z' satisfies Instant;
