import type { LocalDate } from '#kernel';

/** Working days to pay, from the day after the applicant received the notice (DR 1.8, C9). */
export const PAYMENT_WORKING_DAYS = 20;

/** 信息处理费: charged by piece per calendar month or by page, never both (国办函〔2020〕109号). */
export const FEE_METHODS = ['per-piece', 'per-page'] as const;
export type FeeMethod = (typeof FEE_METHODS)[number];

/** What the methods are called. */
export const FEE_METHOD_LABELS: Readonly<Record<FeeMethod, string>> = { 'per-piece': '按件', 'per-page': '按量' };

/** The fee notice of a case and what became of it. */
export interface FeeNotice {
  readonly method: FeeMethod;
  /** Pieces or pages charged for. */
  readonly quantity: number;
  readonly amountFen: number;
  readonly noticeOn: LocalDate;
  /** The applicant's receipt of the notice; the period to pay runs from it. `null` while unknown. */
  readonly deliveredOn: LocalDate | null;
  /** Payment completed: restarts the reply clock. `null` while waiting. */
  readonly paidOn: LocalDate | null;
}
