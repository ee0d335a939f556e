import type { LocalDate } from '#kernel';

/** Asking an applicant with an evidently unreasonable number of applications for reasons (Art. 35). */
export interface ReasonsRequest {
  readonly requestedOn: LocalDate;
  readonly result: 'pending' | 'accepted' | 'rejected';
  readonly concludedOn: LocalDate | null;
  /** Delayed reply date told to the applicant; only after accepted reasons. Replaces the due date. */
  readonly delayedReplyOn: LocalDate | null;
}
