import { Query } from '@nestjs/cqrs';
import type { Instant, Position } from '#kernel';
import type { ReportForm, TableScope } from '#agency';
import type { MemberBasis, SummedFigures, SummedSectionOne } from '#statistics';
import type { Principal } from '../principal.js';
import type { CellCase, YearRulesView } from '../queries.js';
import type { AuditFault } from '../years/audit-year.js';
import type { FigureAddress } from '../years/figure-address.js';
import type { FigureValue } from '../years/figure-differences.js';
import type { KnownAt } from '../years/known-at.js';
import type { CellEntry } from '../years/register-lineage.js';
import type { MemberFigures } from './read-members.js';
import type { ReportOfScope, ScopeDrift } from './scope-drift.js';
import type { ScopeOfYear } from './scope-reader.js';
import type { UndecidedMember } from './undecided.js';

/** A member as the tables of a scope tell it: everything but its figures. */
export type MemberLine = Omit<MemberFigures, 'figures' | 'published' | 'takenOver'> & {
  /** Keys of the figures of documents that its heir has stated since: not counted here. */
  readonly takenOver: readonly string[];
};

/** An unknown figure of a scope: the known part, and who did not say the rest. */
export interface PartialFigure {
  readonly cell: string;
  readonly label: string;
  readonly known: number;
  readonly unknown: readonly string[];
}

/** The tables of a scope. An unknown figure is `null` and told in `partial`. */
export interface ScopeYearView {
  readonly agency: string;
  readonly agencyName: string;
  readonly year: number;
  readonly scope: TableScope;
  readonly form: ReportForm;
  /** Position of the log that is included; `null` where an instant says what is. */
  readonly position: Position | null;
  readonly known: KnownAt | null;
  readonly figures: SummedFigures;
  readonly partial: readonly PartialFigure[];
  /** Section 一: the known part, and the members that do not tell theirs. */
  readonly sectionOne: SummedSectionOne;
  readonly members: readonly MemberLine[];
  /** Members whose figures may still change: their year is not closed. */
  readonly notClosed: readonly string[];
  readonly missing: readonly string[];
  /** Members whose imported report counts although books are kept here, too, and nobody decided between them. */
  readonly undecided: readonly UndecidedMember[];
  /** SHA-256 of the canonical JSON of `figures` and `sectionOne`. */
  readonly digest: string;
  /** The report issued last beside these figures; `null` where none is issued, and for figures as known earlier. */
  readonly issued: ScopeDrift | null;
}

/** The tables of a scope, now or as known earlier; `now` comes from the edge. */
export class GetScopeYear extends Query<ScopeYearView> {
  constructor(
    readonly of: ScopeOfYear,
    readonly known: KnownAt | null,
    readonly principal: Principal,
    readonly now: Instant,
  ) {
    super();
  }
}

/** How the issued report of a scope differs from the sum as it is now; `null` where none is issued. Raises `outside-scope`. */
export class GetScopeDrift extends Query<ScopeDrift | null> {
  constructor(
    readonly of: ReportOfScope,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** The catalogue applied to a scope. */
export interface ScopeRulesView extends YearRulesView {
  /** What was judged: the sum of the members, or the imported report of the scope beside that sum. */
  readonly judged: 'sum' | 'imported';
  /** See {@link ScopeYearView}. */
  readonly undecided: readonly UndecidedMember[];
}

/** Every rule applied to the report of a scope. Raises `not-found`, `outside-scope`, `not-in-tree`. */
export class GetScopeRules extends Query<ScopeRulesView> {
  constructor(
    readonly of: ScopeOfYear,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** What a member brings into a figure. */
export interface MemberShare {
  readonly agency: string;
  readonly name: string;
  readonly basis: MemberBasis;
  /** What counts; `null`: unknown. */
  readonly value: FigureValue;
  /**
   * What its cases or entries come to now: another figure than that of the edition shows drift; beside an undecided import, what would
   * count if the books kept here did. `null` where none are kept here.
   */
  readonly now: FigureValue;
  /** Whether its cases and entries are listed: the reader is bound to it, and it keeps them here. */
  readonly listed: boolean;
  /** For an imported report: where the figure comes from, in Chinese; otherwise `null`. */
  readonly provenance: string | null;
  /** Its imported report stands beside books kept here, and nobody said which counts: the report does. */
  readonly undecided: boolean;
}

/** One case in a figure of a scope. */
export interface ScopeCellCase extends CellCase {
  readonly agency: string;
}

/** A page of what is behind a figure of a scope, over all members in the order of the log. */
export interface ScopeCellPage {
  /** The figure; `null` where some member's part is unknown. */
  readonly value: FigureValue;
  /** The sum of the known parts. */
  readonly known: FigureValue;
  /** Every member whose part is not 0. */
  readonly shares: readonly MemberShare[];
  readonly cases: readonly ScopeCellCase[];
  readonly entries: readonly CellEntry[];
  readonly next: string | null;
  /** Members of the scope whose figures are undecided, whatever they bring into this one. */
  readonly undecided: readonly UndecidedMember[];
}

/** What is behind a figure of a scope. Cases and entries of members that the reader is not bound to are not listed. */
export class GetScopeCell extends Query<ScopeCellPage> {
  constructor(
    readonly of: ScopeOfYear,
    readonly figure: FigureAddress,
    readonly principal: Principal,
    readonly page: { readonly cursor?: string; readonly limit: number },
  ) {
    super();
  }
}

/** A fault of a scope, with the member that it was found in; `null`: in the sum. */
export interface ScopeAuditFault extends AuditFault {
  readonly agency: string | null;
}

/** The audit of every member and of their sum. */
export interface ScopeAudit {
  readonly agency: string;
  readonly year: number;
  readonly scope: TableScope;
  readonly form: ReportForm;
  readonly members: number;
  /** Members whose figures come from an imported report: no list to count. */
  readonly imported: readonly string[];
  readonly missing: readonly string[];
  /** No fault: the sum is proved for what it holds. See {@link ScopeYearView}. */
  readonly undecided: readonly UndecidedMember[];
  /** Cases placed, over all members. */
  readonly cases: number;
  /** Figures of the scope whose parts were counted again. */
  readonly cells: number;
  readonly sound: boolean;
  readonly faults: readonly ScopeAuditFault[];
}

/** Proves the tables of a scope: every member's year, no case in two members, and every figure recounted from the lists. */
export class AuditScope extends Query<ScopeAudit> {
  constructor(
    readonly of: ScopeOfYear,
    readonly principal: Principal,
    readonly onProgress?: (audited: number, members: number) => void,
  ) {
    super();
  }
}
