import type { LocalDate } from '#kernel';
import type { ApplicantKind, RemedyKind, RemedyResult, ResultRow2021 } from '#casework';

/**
 * What one case gives to the tables (statistics.md): the whole of statistics is a sum over these. Years are calendar years of
 * effective dates in Asia/Shanghai (DR 3.9); revisions point at the entry of the case's history that put the figure there.
 */
export interface CaseCount {
  readonly caseId: string;
  readonly agency: string;
  readonly applicantKind: ApplicantKind;
  /** Year of the receipt date of Art. 31; `null` while receipt is not confirmed: the case is then in no table. */
  readonly receivedYear: number | null;
  readonly receivedRevision: number | null;
  /** Year in which the case ended, with its row; all three `null` while it is open. */
  readonly closedYear: number | null;
  readonly closedRevision: number | null;
  readonly row: ResultRow2021 | null;
  /**
   * The outcome that decides the row: effective date and entry. The end of the case, or a remedial reply of the same year with an
   * outcome of its own (Q11). Both `null` while the case is open.
   */
  readonly outcomeOn: LocalDate | null;
  readonly outcomeRevision: number | null;
  /** The row of the latest proposed decision: in no table until the reply carries it to the applicant. */
  readonly proposedRow: ResultRow2021 | null;
  /** The fee notice of the case and what became of it; `null` without one. */
  readonly fee: FeeCount | null;
  /** In the order of their filing in the history. */
  readonly remedies: readonly RemedyCount[];
}

/** What one matter of reconsideration or litigation gives to table 4 (DR 3.7). */
export interface RemedyCount {
  readonly remedyId: string;
  readonly kind: RemedyKind;
  readonly filedYear: number;
  readonly filedRevision: number;
  /** The last three are `null` while the matter is pending. */
  readonly concludedYear: number | null;
  readonly concludedRevision: number | null;
  readonly result: RemedyResult | null;
  /** False: counts for another agency only (国办公开办函〔2016〕201号) and is in no cell here. */
  readonly counted: boolean;
}

/** What the fee notice of a case gives to 六、其他需要报告的事项: years and whole fen. The last three are `null` until they come. */
export interface FeeCount {
  readonly noticedYear: number;
  readonly noticedFen: number;
  readonly paidYear: number | null;
  readonly paidFen: number | null;
  /** Year in which the application was deemed abandoned because nobody paid. */
  readonly lapsedYear: number | null;
}
