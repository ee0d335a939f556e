import { NotFound, type Instant } from '#kernel';
import { versionIdOf, type CalendarNotice, type CalendarVersionId, type CalendarYear } from '#calendar';
import { calendarChange, type CalendarChange } from '#agency';
import { dueDate, type DueDate } from '#casework';
import type { EventStore } from '#event-store';
import type { Principal } from '../principal.js';
import type { OfficeViews } from '../views/office-views.js';
import { changedDays, type ChangedDays } from './changed-days.js';
import type { CalendarsInForce } from './calendars-in-force.js';
import type { OpenCase, OpenCases } from './open-cases.js';

/** An open case whose due date moves: both dates, each with the calendar versions that it rests on. */
export interface DueMove {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly agency: string;
  readonly before: DueDate;
  readonly after: DueDate;
}

/** What a calendar version does to the open cases: exactly those whose due date moves, by case id. */
export interface CalendarImpact {
  readonly version: CalendarVersionId;
  readonly notice: CalendarNotice;
  /** When the version was recorded; `null` for one that is not. */
  readonly recordedAt: Instant | null;
  /** The days that counted otherwise before. */
  readonly days: ChangedDays;
  /** Open cases of the place, at the time of recording or now, within the scope of whoever asks. */
  readonly openCases: number;
  /** How many of them move. */
  readonly moved: number;
  /** One page of those that move. */
  readonly moves: readonly DueMove[];
  /** Cursor of the next page; `null` at the end. */
  readonly next: string | null;
}

/** A page of moves: behind the case `cursor`, at most `limit`. */
export interface ImpactPage {
  readonly cursor?: string;
  readonly limit: number;
}

/** Tells which open cases a calendar version moves: before it is recorded, and at any time after. */
export class CalendarImpacts {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly calendars: CalendarsInForce,
    private readonly openCases: OpenCases,
  ) {}

  /** What a version would do if it were recorded now. The caller has judged it. */
  async ofCandidate(calendar: CalendarYear, principal: Principal, page: ImpactPage): Promise<CalendarImpact> {
    await this.#catchUp();
    const before = this.calendars.now();
    return this.#impact(calendar, { before, after: before.with(calendar) }, null, principal, page);
  }

  /**
   * What a recorded version did to the cases that were open when it was recorded, whatever became of them since.
   * Raises `not-found` for a version that is not in the log.
   */
  async ofRecorded(version: string, principal: Principal, page: ImpactPage): Promise<CalendarImpact> {
    await this.#catchUp();
    const recorded = this.calendars.recorded();
    const index = recorded.findIndex(({ calendar }) => versionIdOf(calendar) === version);
    const found = recorded[index];
    if (found === undefined) throw new NotFound('录入的工作日历', version);
    const earlier = recorded.slice(0, index).map(({ calendar }) => calendar);
    const change = calendarChange(this.calendars.shipped.versions(), earlier, found.calendar);
    return this.#impact(found.calendar, change, found.recordedAt, principal, page);
  }

  async #catchUp(): Promise<void> {
    await this.calendars.refresh();
    await this.views.waitFor(await this.store.head(), { timeoutMs: 10_000 });
  }

  async #impact(
    calendar: CalendarYear,
    change: CalendarChange,
    recordedAt: Instant | null,
    principal: Principal,
    { cursor = '', limit }: ImpactPage,
  ): Promise<CalendarImpact> {
    let openCases = 0;
    let moved = 0;
    const moves: DueMove[] = [];
    for await (const one of this.openCases.of({ jurisdiction: calendar.jurisdiction, asOf: recordedAt, principal })) {
      openCases++;
      const move = moveOf(one, change);
      if (move === null) continue;
      moved++;
      if (move.caseId > cursor && moves.length <= limit) moves.push(move);
    }
    const shown = moves.slice(0, limit);
    const next = moves.length > limit ? (shown.at(-1)?.caseId ?? null) : null;
    return {
      version: versionIdOf(calendar),
      notice: calendar.notice,
      recordedAt,
      days: changedDays(calendar, change),
      openCases,
      moved,
      moves: shown,
      next,
    };
  }
}

function moveOf({ state, jurisdiction }: OpenCase, change: CalendarChange): DueMove | null {
  const before = dueDate(state, change.before.of(jurisdiction));
  const after = dueDate(state, change.after.of(jurisdiction));
  if (before.due === after.due) return null;
  const { caseId, caseNumber, agency } = state;
  return { caseId, caseNumber, agency, before, after };
}
