import type { LocalDate } from '#kernel';
import type { OutcomeCode } from '../outcomes.js';

/** A decision on its way: proposed, then reviewed by another person where the agency's policy asks for it. */
export interface Decision {
  readonly outcome: OutcomeCode;
  readonly proposedOn: LocalDate;
  /** Staff id of the proposer, who may not review. */
  readonly proposedBy: string;
  readonly reviewRequired: boolean;
  readonly approvedOn: LocalDate | null;
  readonly approvedBy: string | null;
}
