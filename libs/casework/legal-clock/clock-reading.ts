import type { LocalDate } from '#kernel';
import type { CalendarNotice } from '#calendar';
import type { ClockState } from './clock-state.js';
import type { DueDate } from './deadline.js';
import type { PeriodStart } from './periods.js';

/** Day 0 of the present reply period, and why it is day 0. */
export interface ClockStart {
  readonly on: LocalDate;
  readonly because: PeriodStart;
  /** Plain Chinese. */
  readonly label: string;
  readonly article: string;
}

/** One addend of the deadline. The parts sum up to the working days from the start to the due date. */
export interface ClockPart {
  /** Plain Chinese. */
  readonly label: string;
  readonly article: string;
  /** `null` while a pause has no end in sight. */
  readonly workingDays: number | null;
}

/** What one calendar day was to the reply clock. */
export type ClockDay = {
  readonly date: LocalDate;
  /** Why the day is or is not a working day, Chinese. */
  readonly because: string;
  /** False when no calendar of its year is published. */
  readonly known: boolean;
} & (
  | { readonly kind: 'counted'; /** 1 for the first working day after the start. */ readonly number: number }
  | { readonly kind: 'not-working'; readonly holiday?: string; readonly notice?: CalendarNotice }
  | {
      readonly kind: 'paused';
      /** The consultations that were under way. */ readonly consultationIds: readonly string[];
    }
  | { readonly kind: 'delayed' } // a working day between the end of the statutory period and the delayed reply date (Art. 35)
);

/** The periods beside the reply period. */
export type SideClockCode = 'correction-notice' | 'correction' | 'consultation' | 'payment' | 'risk';

/** A period beside the reply period: until when, by which rule, and when it was kept. */
export interface SideClock {
  readonly code: SideClockCode;
  /** Plain Chinese. */
  readonly label: string;
  readonly article: string;
  /** `null` while the delivery from which it runs, or the end of a consultation that stops it, is unknown. */
  readonly due: LocalDate | null;
  readonly provisional: boolean;
  /** The day of the act that the period is for; `null` while it did not happen. */
  readonly doneOn: LocalDate | null;
  readonly consultationId?: string;
}

/** Breaches that the record shows. None depends on today's date. */
export type BreachCode = 'confirmation_late' | 'correction_notice_late' | 'fee_notice_late' | 'reply_late';

/** Something done later than the law allows. */
export interface Breach {
  readonly code: BreachCode;
  /** Plain Chinese, with both dates. */
  readonly message: string;
  readonly article: string;
  /** The day of the late act. */
  readonly on: LocalDate;
}

/** The clock of a case, explained: the date, the article behind each part, and every day. */
export interface ClockReading extends DueDate {
  readonly state: ClockState;
  /** `null` before receipt and while the applicant is waited for. */
  readonly start: ClockStart | null;
  readonly parts: readonly ClockPart[];
  /** The due date of the first period, as it stood when a correction or fee notice cut it off (Q3); else `null`. */
  readonly originalDue: LocalDate | null;
  /** Every day after the start up to the due date; up to the sending of the letter where a pause has no end in sight. */
  readonly days: readonly ClockDay[];
  /** The day on which the reply was dispatched or the case ended otherwise. */
  readonly stoppedOn: LocalDate | null;
  /** Whether the reply was late; `null` while there is none, and for cases that ended without one. */
  readonly late: boolean | null;
  readonly sideClocks: readonly SideClock[];
  readonly breaches: readonly Breach[];
}
