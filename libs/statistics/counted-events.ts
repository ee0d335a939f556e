import type { CaseEvent } from '#casework';

/**
 * Which events can change what a case counts for. The compiler keeps the list complete: an event type of casework without
 * a line here does not compile. A rectification counts: it can change any other entry.
 */
const COUNTS: Readonly<Record<CaseEvent['type'], boolean>> = {
  'case.application-received': true,
  'case.receipt-confirmed': true,
  'case.correction-requested': false,
  'case.correction-received': false,
  'case.correction-lapsed': true,
  'case.reasons-requested': false,
  'case.reasons-concluded': false,
  'case.third-party-consulted': false,
  'case.agency-consulted': false,
  'case.consultation-delivered': false,
  'case.consultation-concluded': false,
  'case.deadline-extended': false,
  'case.fee-notice-issued': false,
  'case.fee-notice-delivered': false,
  'case.fee-paid': false,
  'case.fee-lapsed': true,
  'case.decision-proposed': true,
  'case.decision-reviewed': false,
  'case.reply-dispatched': true,
  'case.reply-delivered': false,
  'case.information-made-public': false,
  'case.application-withdrawn': true,
  'case.application-merged': true,
  'case.application-terminated': true,
  'case.past-result-recorded': true,
  'case.carried-forward': false,
  'case.reconsideration-filed': true,
  'case.reconsideration-concluded': true,
  'case.litigation-filed': true,
  'case.litigation-concluded': true,
  'case.remedial-reply-dispatched': false,
  'case.entry-rectified': true,
  'case.personal-data-erased': false,
};

/**
 * The event types of casework that never change a count, for a projection to leave out when it reads the log. A type that
 * is not listed, known or unknown, must still reach it, so that it stops at what it does not know.
 */
export const IRRELEVANT_EVENT_TYPES: readonly string[] = Object.entries(COUNTS)
  .filter(([, counts]) => !counts)
  .map(([type]) => type);
