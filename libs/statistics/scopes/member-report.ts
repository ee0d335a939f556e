import type { ReportFigures } from '../report.js';

/**
 * Where a member's figures come from: the published edition of a year that it closed here; its report, published elsewhere and
 * imported; its figures as they stand here while the year is not closed; or nowhere.
 */
export const MEMBER_BASES = ['edition', 'imported', 'current', 'missing'] as const;
export type MemberBasis = (typeof MEMBER_BASES)[number];

/** Labels of the bases, plain Chinese. */
export const MEMBER_BASIS_LABELS: Readonly<Record<MemberBasis, string>> = {
  edition: '已结账版次',
  imported: '导入的报告',
  current: '尚未结账，按现有数字',
  missing: '没有数字',
};

/** What one member brings into the tables of a scope. */
export interface MemberReport {
  readonly agency: string;
  readonly name: string;
  readonly basis: MemberBasis;
  /** `null` exactly for a missing one: every figure of it is unknown. */
  readonly figures: ReportFigures | null;
}

/** The members of a scope, as a rule looks at them. */
export interface ScopeMembers {
  readonly reports: readonly MemberReport[];
  /** Names of bodies that stood below when the year began, but did not at its end: their figures are in other tables. */
  readonly outside: readonly string[];
}
