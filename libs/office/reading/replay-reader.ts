import type { Instant } from '#kernel';
import type { Jurisdiction, WorkingDayCalendar } from '#calendar';
import {
  differenceOf,
  explainClockInChinese,
  explainDifference,
  readHistory,
  readingPointOf,
  type RawEntry,
  type ReadingPoint,
} from '#casework';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { assertCaseInScope, type Principal } from '../principal.js';
import type { CaseDifference, CaseReplay } from '../replay-queries.js';

/** Reads cases from any point of both time axes, straight from their streams. */
export class ReplayReader {
  constructor(
    private readonly agencies: AgencyDesk,
    private readonly cases: CaseDesk,
    private readonly calendars: CalendarsInForce,
  ) {}

  /** Raises what `GetCaseReplay` says. */
  async replay(caseId: string, asked: unknown, principal: Principal, now: Instant): Promise<CaseReplay> {
    const { agency, history, jurisdiction } = await this.#open(caseId, principal);
    const revision = history.length - 1;
    const point = readingPointOf(asked, { lastRevision: revision, now });
    const reading = this.#read(history, point, jurisdiction);
    const explanation = reading === null ? [] : explainClockInChinese(reading.clock);
    return { caseId, agency, revision, reading, explanation };
  }

  /** Raises what `GetCaseDifference` says. */
  async difference(
    caseId: string,
    asked: { readonly from: unknown; readonly to: unknown },
    principal: Principal,
    now: Instant,
  ): Promise<CaseDifference> {
    const { agency, history, jurisdiction } = await this.#open(caseId, principal);
    const revision = history.length - 1;
    const from = readingPointOf(asked.from, { lastRevision: revision, now }, 'query.from');
    const to = readingPointOf(asked.to, { lastRevision: revision, now }, 'query.to');
    const [before, after] = [this.#read(history, from, jurisdiction), this.#read(history, to, jurisdiction)];
    return {
      caseId,
      agency,
      revision,
      from,
      to,
      differences: differenceOf(before, after),
      explanation: explainDifference(before, after),
    };
  }

  async #open(caseId: string, principal: Principal) {
    const { state, history } = await this.cases.caseOf(caseId);
    assertCaseInScope(principal, caseId, state.agency);
    const { jurisdiction } = await this.agencies.agencyOf(state.agency);
    await this.calendars.refresh();
    return { agency: state.agency, history, jurisdiction };
  }

  #read(history: readonly RawEntry[], point: ReadingPoint, jurisdiction: Jurisdiction) {
    return readHistory(history, point, this.#calendar(jurisdiction, point.knownAt));
  }

  /** So the due date of a reading is the one that was shown at the time. */
  #calendar(jurisdiction: Jurisdiction, knownAt: Instant | undefined): WorkingDayCalendar {
    return knownAt === undefined ? this.calendars.of(jurisdiction) : this.calendars.knownAt(jurisdiction, knownAt);
  }
}
