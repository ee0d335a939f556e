import { Command } from '@nestjs/cqrs';
import type { FigureDifference } from '#agency';
import type { CaseStatus, StepName } from '#casework';
import type { CalendarImpact } from './calendars/calendar-impact.js';
import type { CalendarRecorded } from './desk/calendar-desk.js';
import type { Recorded, RequestContext } from './request.js';

/** The answer to a step of casework: where the case stands now, and what is allowed next. */
export interface CaseRecorded extends Recorded {
  readonly caseId: string;
  readonly status: CaseStatus;
  readonly allowedSteps: readonly StepName[];
}

/** Records one step of a case. `agency` is needed for the registration only; later steps act for the agency of the case. */
export class RecordCaseStep extends Command<CaseRecorded> {
  constructor(
    readonly step: StepName,
    readonly caseId: string,
    readonly agency: string | null,
    readonly body: unknown,
    readonly request: RequestContext,
  ) {
    super();
  }
}

/** Founds, renames, moves or dissolves an agency, or sets its policy. `name` is one of `agencyCommands`. */
export class RecordAgencyCommand extends Command<Recorded> {
  constructor(
    readonly name: string,
    readonly agency: string,
    readonly body: unknown,
    readonly request: RequestContext,
  ) {
    super();
  }
}

/** Records an entry in the register of proactive disclosure; the year is that of `body.on`. `name` is one of `registerCommands`. */
export class RecordRegisterCommand extends Command<Recorded> {
  constructor(
    readonly name: string,
    readonly agency: string,
    readonly body: unknown,
    readonly request: RequestContext,
    /** For a rectification: the year whose register holds the entry; otherwise taken from `body.on`. */
    readonly year: number | null = null,
  ) {
    super();
  }
}

/** A command about the books of one year of one agency. */
export abstract class YearCommand<Result extends YearCommandResult> extends Command<Result> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly body: unknown,
    readonly request: RequestContext,
  ) {
    super();
  }
}

/** What a command about the books of a year answers: what was recorded, or an edition. */
export type YearCommandResult = Recorded | YearClosed;

/** Records the decision to let a failed rule pass for one year, with reason and approver. */
export class WaiveRule extends YearCommand<Recorded> {}

/** What closing a year answers; the same for the first run and for every later one. */
export interface YearClosed {
  readonly agency: string;
  readonly year: number;
  readonly edition: number;
  /** SHA-256 of the canonical JSON of the edition. */
  readonly digest: string;
  /** Position of the log at which the tables were computed. */
  readonly position: string;
  /** Cases carried forward into the next year. */
  readonly carriedForward: number;
  /** True when the year had been closed before and nothing was written. */
  readonly repeated: boolean;
}

/** Closes the books of a year: tables, rules, carry-forward, closing event. Body: `{ form?: '2019' | '2021' }`. */
export class CloseYear extends YearCommand<YearClosed> {}

/** The answer to a calendar version taken in: its id, and the open cases whose due dates it moves (the first page of them). */
export interface CalendarPublished extends CalendarRecorded {
  readonly impact: CalendarImpact;
}

/** Takes in a calendar version. Body: `{ on, calendar }`. Once recorded it holds, also when the impact cannot be told at once. */
export class PublishCalendar extends Command<CalendarPublished> {
  constructor(
    readonly body: unknown,
    readonly request: RequestContext,
  ) {
    super();
  }
}

/** What restating a year answers: the new edition, and what it changes in the one before it. */
export interface YearRestated extends YearClosed {
  readonly differences: readonly FigureDifference[];
}

/** Publishes a further edition of a closed year whose figures moved. Body: `{ on, reason, explanation, approvedBy }`. */
export class RestateYear extends YearCommand<YearRestated> {}

/** Records the drift of a closed year as an adjustment. Body: `{ on, reason, approvedBy }`. */
export class AcceptDrift extends YearCommand<Recorded> {}

/** Takes the figures of a report published elsewhere into the books of a year. Body: see `importReport`. */
export class ImportReport extends YearCommand<Recorded> {}
