import type { CaseEvent } from '#casework';

/**
 * Which events can change what a case counts for: a cell of the tables, or only the fees that 六 states. The compiler keeps the list complete: an event type of casework without
 * a line here does not compile. A rectification counts: it can change any other entry.
 */
const COUNTS: Readonly<Record<CaseEvent['type'], 'tables' | 'fees' | false>> = {
  'case.application-received': 'tables',
  'case.receipt-confirmed': 'tables',
  'case.correction-requested': false,
  'case.correction-received': false,
  'case.correction-lapsed': 'tables',
  'case.reasons-requested': false,
  'case.reasons-concluded': false,
  'case.third-party-consulted': false,
  'case.agency-consulted': false,
  'case.consultation-delivered': false,
  'case.consultation-concluded': false,
  'case.deadline-extended': false,
  'case.fee-notice-issued': 'fees',
  'case.fee-notice-delivered': false,
  'case.fee-paid': 'fees',
  'case.fee-lapsed': 'tables',
  'case.decision-proposed': 'tables',
  'case.decision-reviewed': false,
  'case.reply-dispatched': 'tables',
  'case.reply-delivered': false,
  'case.information-made-public': false,
  'case.application-withdrawn': 'tables',
  'case.application-merged': 'tables',
  'case.application-terminated': 'tables',
  'case.past-result-recorded': 'tables',
  'case.carried-forward': false,
  'case.reconsideration-filed': 'tables',
  'case.reconsideration-concluded': 'tables',
  'case.litigation-filed': 'tables',
  'case.litigation-concluded': 'tables',
  'case.remedial-reply-dispatched': 'tables',
  'case.entry-rectified': 'tables',
  'case.personal-data-erased': false,
};

/**
 * The event types of casework that never change a count, for a projection to leave out when it reads the log. A type that
 * is not listed, known or unknown, must still reach it, so that it stops at what it does not know.
 */
export const IRRELEVANT_EVENT_TYPES: readonly string[] = Object.entries(COUNTS)
  .filter(([, counts]) => counts === false)
  .map(([type]) => type);

/** The event types of casework that can change a cell of tables 3 and 4. */
export const TABLE_EVENT_TYPES: readonly string[] = Object.entries(COUNTS)
  .filter(([, counts]) => counts === 'tables')
  .map(([type]) => type);
