import type { LocalDate, Position } from '#kernel';
import { yearOf } from '#kernel';
import type { Jurisdiction } from '#calendar';
import type { Case } from '#casework';
import type { EventStore } from '#event-store';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { assertCaseInScope, assertScope, type Principal } from '../principal.js';
import { afterCursor } from '../reading/position-cursor.js';
import type { OfficeViews } from '../views/office-views.js';
import type { CalendarsInForce } from './calendars-in-force.js';
import { dueReadings, type DueReading, type DueReadings } from './due-readings.js';

const PAGE = 1_000;

/** Both readings of one case. */
export interface CaseDue extends DueReadings {
  readonly caseId: string;
  readonly endedOn: LocalDate | null;
}

/** A reply that was late under at least one reading. */
export interface LateReply {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly receivedOn: LocalDate | null;
  readonly repliedOn: LocalDate;
  /** By the calendars public on the day of the reply. */
  readonly then: DueReading;
  /** As now known. */
  readonly now: DueReading;
}

/** A page of late replies, in the order of registration. */
export interface LateReplyPage {
  readonly lines: readonly LateReply[];
  /** Cursor of the next page; `null` at the end. */
  readonly next: Position | null;
}

/** Reads due dates on both readings: of a case, and of all replies of a year. */
export class DueReader {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly calendars: CalendarsInForce,
    private readonly agencies: AgencyDesk,
    private readonly cases: CaseDesk,
  ) {}

  /** Raises `not-found`, `outside-scope`. */
  async case(caseId: string, principal: Principal): Promise<CaseDue> {
    const { state } = await this.cases.caseOf(caseId);
    assertCaseInScope(principal, caseId, state.agency);
    const { jurisdiction } = await this.agencies.agencyOf(state.agency);
    await this.calendars.refresh();
    return { caseId, endedOn: state.ending?.on ?? null, ...dueReadings(state, jurisdiction, this.calendars) };
  }

  /**
   * The replies dispatched in the year that were late, by the calendars known then or by those known now.
   * Raises `not-found`, `outside-scope`, `invalid-input` for a cursor that is none.
   */
  async lateReplies(
    agency: string,
    year: number,
    principal: Principal,
    { cursor, limit }: { readonly cursor?: Position; readonly limit: number },
  ): Promise<LateReplyPage> {
    assertScope(principal, agency);
    const { jurisdiction } = await this.agencies.agencyOf(agency);
    await this.calendars.refresh();
    const head = await this.store.head();
    await this.views.waitFor(head, { timeoutMs: 10_000 });
    const late: { readonly line: LateReply; readonly position: Position }[] = [];
    for (let after = afterCursor(cursor, head); late.length <= limit;) {
      const page = this.#closedIn(agency, year, after);
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.position;
      for (const { state, position } of page) {
        const line = this.#lateReply(state, year, jurisdiction);
        if (line !== null) late.push({ line, position });
      }
    }
    const shown = late.slice(0, limit);
    return {
      lines: shown.map(({ line }) => line),
      next: late.length > limit ? (shown.at(-1)?.position ?? null) : null,
    };
  }

  /** Cases that ended in the year, in the order of registration: statistics knows the order, the caseload the states. */
  #closedIn(agency: string, year: number, after: Position): readonly { state: Case; position: Position }[] {
    const order = this.views.statistics
      .statement(
        `SELECT case_id, received_position FROM case_count
         WHERE agency = ? AND closed_year = ? AND received_position > ? ORDER BY received_position LIMIT ${PAGE}`,
      )
      .all(agency, year, after);
    const ids = JSON.stringify(order.map((row) => row['case_id']));
    const states = new Map(
      this.views.caseload
        .statement('SELECT case_id, state FROM caseload WHERE case_id IN (SELECT value FROM json_each(?))')
        .all(ids)
        .map((row) => [row['case_id'], String(row['state'])]),
    );
    return order.flatMap((row) => {
      const state = states.get(row['case_id'] ?? null);
      return state === undefined
        ? []
        : [{ state: JSON.parse(state) as Case, position: String(row['received_position']) }];
    });
  }

  #lateReply(state: Case, year: number, jurisdiction: Jurisdiction): LateReply | null {
    const { reply, caseId, caseNumber, receivedOn } = state;
    if (reply === null || yearOf(reply.dispatchedOn) !== year) return null;
    const { then, now } = dueReadings(state, jurisdiction, this.calendars);
    if (then === null || !(then.late === true || now.late === true)) return null;
    return { caseId, caseNumber, receivedOn, repliedOn: reply.dispatchedOn, then, now };
  }
}
