import type { LocalDate } from '#kernel';
import type { Case } from '../case.js';

/** What sets the reply clock to day 0: receipt (Art. 31), a correction (Art. 30), a payment (DR 1.8, C10). */
export type PeriodStart = 'receipt' | 'correction' | 'payment';

/** One full reply period of a case: the first from receipt, a new one from each correction or payment. */
export interface Period {
  /** Day 0. */
  readonly startedOn: LocalDate;
  readonly startedBy: PeriodStart;
  /** The day on which a correction notice or a fee notice cut it off; `null` for the period that counts. */
  readonly interruptedOn: LocalDate | null;
}

interface Interruption {
  readonly by: Exclude<PeriodStart, 'receipt'>;
  readonly on: LocalDate;
  readonly resumedOn: LocalDate | null;
}

/** The reply periods of a case in order of time. None before receipt; the last one is interrupted while the applicant is waited for. */
export function periodsOf(state: Case): Period[] {
  if (state.receivedOn === null) return [];
  const periods: Period[] = [];
  let start: Pick<Period, 'startedOn' | 'startedBy'> = { startedOn: state.receivedOn, startedBy: 'receipt' };
  for (const { by, on, resumedOn } of interruptionsOf(state)) {
    periods.push({ ...start, interruptedOn: on });
    if (resumedOn === null) return periods;
    start = { startedOn: resumedOn, startedBy: by };
  }
  return [...periods, { ...start, interruptedOn: null }];
}

function interruptionsOf({ correction, fee }: Case): Interruption[] {
  const interruptions: Interruption[] = [];
  if (correction) {
    interruptions.push({ by: 'correction', on: correction.requestedOn, resumedOn: correction.correctedOn });
  }
  if (fee) interruptions.push({ by: 'payment', on: fee.noticeOn, resumedOn: fee.paidOn });
  return interruptions.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
}

/** By day; on one day the one that was settled first, and last the one that still waits. */
function inOrder({ on, resumedOn }: Interruption): string {
  return `${on}/${resumedOn ?? '~'}`;
}
