import { Query } from '@nestjs/cqrs';
import type { Case, CaseStatus, ClockReading, StepName, ToldFact } from '#casework';
import type { CommandMetadata, LocalDate } from '#kernel';
import type { Edition, ReportForm } from '#agency';
import type { YearFigures } from '#statistics';
import type { ProjectionStatus } from '#projections';
import type { AgencyView, RegisterPage, RegisterView } from './agencies.js';
import type { Principal } from './principal.js';
import type { LineageEntry } from './years/case-lineage.js';
import type { FigureAddress } from './years/figure-address.js';
import type { FigureValue } from './years/figure-differences.js';
import type { CellEntry } from './years/register-lineage.js';
import type { JudgedRule } from './years/year-rules.js';

/** A case as it stands: state, allowed steps, due date. `revision` is its ETag. */
export interface CaseView {
  readonly case: Case;
  readonly revision: number;
  readonly statusLabel: string;
  readonly allowedSteps: readonly { readonly step: StepName; readonly label: string; readonly article: string }[];
  readonly due: LocalDate | null;
  /** True when the due date reaches a year whose calendar is not published yet. */
  readonly provisional: boolean;
}

/** Reads one case. Raises `not-found`, also for a case out of scope. */
export class GetCase extends Query<CaseView> {
  constructor(
    readonly caseId: string,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** One entry of a history as stored, with what it says in Chinese. */
export interface HistoryLine {
  readonly revision: number;
  readonly position: string;
  readonly eventId: string;
  readonly type: string;
  readonly label: string;
  readonly source: string;
  readonly data: object;
  /** The same in plain Chinese, one fact a field. */
  readonly facts: readonly ToldFact[];
  /** Revisions of the later entries that correct or strike this one; the entry itself stands here as written. */
  readonly amendedBy: readonly number[];
  readonly voidedBy: readonly number[];
  readonly metadata: CommandMetadata;
  readonly hash: string;
}

/** Reads a page of the raw history of a case, oldest first. */
export class GetCaseHistory extends Query<{ readonly entries: readonly HistoryLine[]; readonly revision: number }> {
  constructor(
    readonly caseId: string,
    readonly principal: Principal,
    readonly from = 0,
    readonly max = 200,
  ) {
    super();
  }
}

/** The legal clock of a case, explained day by day, in data and in Chinese. */
export class GetCaseClock extends Query<{ readonly reading: ClockReading; readonly explanation: readonly string[] }> {
  constructor(
    readonly caseId: string,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** One line of the worklist. */
export interface WorklistLine {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly agency: string;
  readonly status: CaseStatus;
  readonly applicantKind: string;
  readonly receivedOn: LocalDate | null;
  readonly due: LocalDate | null;
  readonly provisional: boolean;
  /** Working days from `today` to the due date; negative when overdue; `null` without a due date. */
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
  readonly revision: number;
}

/** What the worklist can be narrowed by. `today` comes from the edge. */
export interface WorklistFilter {
  readonly agency?: string;
  readonly status?: readonly CaseStatus[];
  /** Only cases due within so many working days from `today`, overdue ones included. */
  readonly dueWithin?: number;
  readonly overdue?: boolean;
  /** Closed cases are left out unless asked for by `status`. */
  readonly today: LocalDate;
  /** Opaque; from the previous page. */
  readonly cursor?: string;
  readonly limit: number;
}

/** A page of the worklist: by due date, earliest first, cases without a due date last. */
export class GetWorklist extends Query<{ readonly lines: readonly WorklistLine[]; readonly next: string | null }> {
  constructor(
    readonly filter: WorklistFilter,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** Agencies within the scope of the principal. */
export class ListAgencies extends Query<readonly AgencyView[]> {
  constructor(readonly principal: Principal) {
    super();
  }
}

/** One agency: names, parents, policy, revision. */
export class GetAgency extends Query<AgencyView> {
  constructor(
    readonly agency: string,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** The register of proactive disclosure of a year: a page of its entries, and the counts per channel. */
export class GetRegister extends Query<RegisterView> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
    readonly page: RegisterPage = {},
  ) {
    super();
  }
}

/** A year of an agency: figures now, published edition if closed. */
export interface YearView {
  readonly agency: string;
  readonly agencyName: string;
  readonly year: number;
  /** Position of the log that the figures include. */
  readonly position: string;
  readonly figures: YearFigures;
  readonly closed: null | {
    readonly edition: number;
    readonly digest: string;
    readonly position: string;
    readonly closedOn: LocalDate;
    readonly form: ReportForm;
    readonly manifest: Edition['manifest'];
    readonly carriedForward: number;
    /** False when the figures now differ from the published edition (drift). */
    readonly figuresStillEqual: boolean;
  };
}

/** The tables of a year, live from the counters. `form` defaults to the form of the agency's policy for that year. */
export class GetYear extends Query<YearView> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly form: ReportForm | null,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** The catalogue applied to a year. */
export interface YearRulesView {
  readonly rulesVersion: string;
  readonly results: readonly JudgedRule[];
  /** Ids of the failed rules of severity error without a waiver: they block the closing. */
  readonly blocking: readonly string[];
}

/** Every rule of the catalogue applied to a year: findings with figures, waivers taken into account. */
export class GetYearRules extends Query<YearRulesView> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly form: ReportForm | null,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** One case in a cell, with the entries that put it there, as they now stand. */
export interface CellCase {
  readonly caseId: string;
  readonly events: readonly LineageEntry[];
}

/** A page of what is behind a figure: cases for tables 3 and 4, register entries for table 2 and section 一. */
export interface CellPage {
  /** The figure; `null` where it is unknown. */
  readonly value: FigureValue;
  /** What all entries add up to, equal to the figure; `null` for an unknown one and for cases, which the audit counts again. */
  readonly recounted: FigureValue;
  readonly cases: readonly CellCase[];
  readonly entries: readonly CellEntry[];
  /** Cursor of the next page; `null` at the end. */
  readonly next: string | null;
}

/** The cases behind a cell of table 3 or 4, or the register entries behind a figure of table 2 or section 一, paged, in the order of the log. */
export class GetCell extends Query<CellPage> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly cell: FigureAddress,
    readonly principal: Principal,
    readonly page: { readonly cursor?: string; readonly limit: number },
  ) {
    super();
  }
}

/** What recomputing a closed year from the log gave. */
export interface YearVerified {
  readonly agency: string;
  readonly year: number;
  readonly edition: number;
  readonly publishedDigest: string;
  readonly recomputedDigest: string;
  readonly equal: boolean;
  /** Events read from the log for the recomputation. */
  readonly eventsRead: number;
  /** Cells that differ, empty when equal. */
  readonly differences: readonly {
    readonly cell: string;
    readonly published: number | string | null;
    readonly recomputed: number | string | null;
  }[];
}

/**
 * Rebuilds the tables of an edition from the raw log up to its position and compares bytes; without a number, of the edition
 * that holds. Raises `year-not-closed`, `not-found`.
 */
export class VerifyYear extends Query<YearVerified> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
    readonly onProgress?: (eventsRead: number) => void,
    readonly edition?: number,
  ) {
    super();
  }
}

/** Where each projection stands. */
export class GetProjections extends Query<readonly ProjectionStatus[]> {}
