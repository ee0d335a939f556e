import { Query } from '@nestjs/cqrs';
import type { CaseReading, Difference, ReadingPoint } from '#casework';
import type { Instant } from '#kernel';
import type { Principal } from './principal.js';

/** A case as it reads from a point. */
export interface CaseReplay {
  readonly caseId: string;
  readonly agency: string;
  /** Revision of the last entry of the log. */
  readonly revision: number;
  /** `null`: at the point the case did not exist yet. */
  readonly reading: CaseReading | null;
  /** The clock of the reading in plain Chinese, day by day; empty before the case. */
  readonly explanation: readonly string[];
}

/** What differs between two readings of one case. */
export interface CaseDifference {
  readonly caseId: string;
  readonly agency: string;
  /** Revision of the last entry of the log. */
  readonly revision: number;
  readonly from: ReadingPoint;
  readonly to: ReadingPoint;
  readonly differences: readonly Difference[];
  /** The same in plain Chinese, one line a difference. */
  readonly explanation: readonly string[];
}

/**
 * Reads a case from a point: up to a revision, as known at an instant, as of a day, as recorded or as corrected. `point` is judged
 * here, `now` comes from the edge. Raises `not-found`, `outside-scope`, and what `readingPointOf` raises below `query`.
 */
export class GetCaseReplay extends Query<CaseReplay> {
  constructor(
    readonly caseId: string,
    readonly point: unknown,
    readonly principal: Principal,
    readonly now: Instant,
  ) {
    super();
  }
}

/** Compares two readings of a case. Raises as {@link GetCaseReplay}, with paths below `query.from` and `query.to`. */
export class GetCaseDifference extends Query<CaseDifference> {
  constructor(
    readonly caseId: string,
    readonly from: unknown,
    readonly to: unknown,
    readonly principal: Principal,
    readonly now: Instant,
  ) {
    super();
  }
}
