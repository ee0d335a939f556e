import type { FeeFigures } from '../fees.js';
import type { CellAddress } from '../figures.js';
import type { NarrativeFigure } from '../narrative/narrative-figures.js';
import type { ReportWords } from '../narrative/report-words.js';
import type { PartitionProof } from '../partition.js';
import type { ReportFigures } from '../report.js';
import type { ScopeMembers } from '../scopes/member-report.js';

/** An error blocks the closing of a year unless a recorded waiver covers it; a warning is shown. */
export type Severity = 'error' | 'warning';

/** What a rule may look at. What is not known is `null`, and the rules that need it say that they do not apply. */
export interface RuleContext {
  readonly figures: ReportFigures;
  /** The published edition of the year before, of the same agency and scope. */
  readonly lastYear: ReportFigures | null;
  /** What has come to be known since that edition and was accepted on record without restating it; `null` or absent: nothing. */
  readonly lastYearAdjustment?: AcceptedAdjustment | null;
  /** The proof of partition.ts; `null` for a report made elsewhere, whose cases nobody knows. */
  readonly partition: PartitionProof | null;
  /** `computed` by this system, to be published; or `published` elsewhere, where a blank cell is tolerated. */
  readonly origin: 'computed' | 'published';
  /** The agency alone, a government with its departments, or a whole territory (DR section 4). */
  readonly scope: 'own' | 'level' | 'region';
  /** The figures that the running text states, the same one as often as it is stated; `null` or absent: the text is not known. */
  readonly narrative?: readonly NarrativeFigure[] | null;
  /** Fees by the events of the cases; `null` or absent: the cases are not known. */
  readonly fees?: FeeFigures | null;
  /** Matters of 未经复议直接起诉 on refusals that reconsideration must precede (direct-suits.ts); `null` or absent: the cases are not known. */
  readonly directSuits?: readonly Fault[] | null;
  /** How the words of the report stand; `null` or absent for a report made elsewhere. */
  readonly words?: ReportWords | null;
  /** Of a level or a region: the reports that it sums; `null` or absent: not known. */
  readonly members?: ScopeMembers | null;
}

/** Recorded differences from a published edition. They explain these very figures and no others. */
export interface AcceptedAdjustment {
  /** When, and with which reason, it was accepted; plain Chinese. */
  readonly explanation: string;
  /** By the keys of cells (`cellKey`): the published figure and the one that was accepted beside it. */
  readonly cells: readonly {
    readonly cell: string;
    readonly published: number | string | null;
    readonly now: number | string | null;
  }[];
}

/** What is wrong, in the words of the form with the figures; the cells concerned; the cases where they are known. */
export interface Fault {
  readonly message: string;
  readonly cells: readonly CellAddress[];
  readonly caseIds?: readonly string[];
}

/** What a rule answers: every fault it found (none: passed), or why it has nothing to look at. */
export type Verdict = Found | NotApplicable;

/** The rule looked at the report. */
export interface Found {
  readonly applies: true;
  readonly faults: readonly Fault[];
  /** What explains differences that the rule let pass; `null` where there were none. */
  readonly note: string | null;
}

/** The rule has nothing to look at in this report. */
export interface NotApplicable {
  readonly applies: false;
  readonly reason: string;
}

/** `V12`, `N1`. */
export type RuleId = `V${number}` | `N${number}`;

/** One rule of the catalogue. Its id never changes its meaning; a change of what it checks raises its version. */
export interface Rule {
  /** Number in DR 2.6; `N` for those on the words of a report that is being written. */
  readonly id: RuleId;
  readonly version: number;
  /** Plain Chinese, one line. */
  readonly title: string;
  /** What it rests on. */
  readonly source: string;
  /** The cells it reads in a report; a wrong figure in any of them can make it fail. */
  reads(figures: ReportFigures): readonly CellAddress[];
  severity(context: RuleContext): Severity;
  check(context: RuleContext): Verdict;
}

/** The verdict of a rule that looked at everything it reads. */
export function found(faults: readonly Fault[], note: string | null = null): Verdict {
  return { applies: true, faults, note };
}

/** The verdict of a rule that had nothing to look at. */
export function notApplicable(reason: string): NotApplicable {
  return { applies: false, reason };
}

/** The severity of a rule that blocks the closing whatever the report. */
export function alwaysError(): Severity {
  return 'error';
}
