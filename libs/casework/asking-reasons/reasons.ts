import type { LocalDate } from '#kernel';

/** Plain Chinese for what became of the reasons. */
export const REASONS_RESULT_LABELS = { pending: '待认定', accepted: '合理', rejected: '不合理' } as const;

/** Asking an applicant with an evidently unreasonable number of applications for reasons (Art. 35). */
export interface ReasonsRequest {
  readonly requestedOn: LocalDate;
  readonly result: keyof typeof REASONS_RESULT_LABELS;
  readonly concludedOn: LocalDate | null;
  /** Delayed reply date told to the applicant; only after accepted reasons. Replaces the due date. */
  readonly delayedReplyOn: LocalDate | null;
}
