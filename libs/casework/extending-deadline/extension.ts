import type { LocalDate } from '#kernel';

/** The longest extension, in working days (Art. 33(2)). */
export const MAX_EXTENSION_WORKING_DAYS = 20;

/** The one extension of a case. */
export interface Extension {
  readonly on: LocalDate;
  /** 1 to 20 working days. */
  readonly workingDays: number;
  /** Head of the disclosure office, staff id. */
  readonly approvedBy: string;
}
