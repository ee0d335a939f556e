import { Query } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import type { ReportForm } from '#agency';
import type { Principal } from './principal.js';
import type { YearAudit } from './years/audit-year.js';
import type { CaseCells } from './years/case-cells.js';
import type { YearDrift } from './years/drift.js';
import type { EditionLine, EditionView } from './years/edition-reader.js';
import type { KnownAt } from './years/known-at.js';
import type { KnownYear } from './years/known-year.js';

/** How a closed year differs from its edition, and why; at most `limit` causes. Raises `year-not-closed`. */
export class GetYearDrift extends Query<YearDrift> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
    readonly limit?: number,
  ) {
    super();
  }
}

/** The editions of a year, in short, the first one first. */
export class GetEditions extends Query<readonly EditionLine[]> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** One edition, whole. Raises `not-found`. */
export class GetEdition extends Query<EditionView> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly edition: number,
    readonly principal: Principal,
  ) {
    super();
  }
}

/**
 * The tables of a year as known at a place in the log or at an instant; `now` comes from the edge. Raises `invalid-input`,
 * `instant-in-future`, `position-malformed`, `position-unknown`.
 */
export class GetYearKnownAt extends Query<KnownYear> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly form: ReportForm | null,
    readonly known: KnownAt,
    readonly principal: Principal,
    readonly now: Instant,
  ) {
    super();
  }
}

/** Every proof of a year, with every fault. */
export class AuditYear extends Query<YearAudit> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** The cells that a case is in, in every year up to `toYear`. */
export class GetCaseCells extends Query<CaseCells> {
  constructor(
    readonly caseId: string,
    readonly toYear: number,
    readonly principal: Principal,
  ) {
    super();
  }
}
