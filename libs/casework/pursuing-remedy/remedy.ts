import type { LocalDate } from '#kernel';
import type { OutcomeCode } from '../outcomes.js';

/** The three blocks of table 4: 行政复议, 未经复议直接起诉, 复议后起诉. */
export const REMEDY_KINDS = ['reconsideration', 'litigation-direct', 'litigation-after-reconsideration'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** What the blocks are called. */
export const REMEDY_KIND_LABELS: Readonly<Record<RemedyKind, string>> = {
  reconsideration: '行政复议',
  'litigation-direct': '未经复议直接起诉',
  'litigation-after-reconsideration': '复议后起诉',
};

/** 结果维持, 结果纠正, 其他结果 (DR 3.7). Pending is not a result but the lack of one. */
export const REMEDY_RESULTS = ['upheld', 'corrected', 'other'] as const;
export type RemedyResult = (typeof REMEDY_RESULTS)[number];

/** The column heads of table 4, verbatim. */
export const REMEDY_RESULT_LABELS: Readonly<Record<RemedyResult, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
};

/** One matter of reconsideration or litigation against the agency over this case. One row in table 4 for every year in which it was open. */
export interface Remedy {
  readonly remedyId: string;
  readonly kind: RemedyKind;
  readonly filedOn: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly result: RemedyResult | null;
  /** False for a co-defendant suit that counts for the original agency only (国办公开办函〔2016〕201号). */
  readonly counted: boolean;
  /** The reconsideration that a suit after reconsideration follows, where it is on record. */
  readonly follows: string | null;
  /** A new reply given because the old one was corrected; never a second count in table 3 (Q11). */
  readonly remedialReplyOn: LocalDate | null;
  /** Its outcome; `null` while there is none, and where it is that of the first decision. */
  readonly remedialOutcome: OutcomeCode | null;
}
