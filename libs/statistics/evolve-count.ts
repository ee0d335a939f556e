import { yearOf, type LocalDate } from '#kernel';
import {
  OUTCOMES,
  type CaseEntry,
  type OutcomeCode,
  type RemedyKind,
  type RemedyResult,
  type ResultRow2021,
} from '#casework';
import type { CaseCount, FeeCount, RemedyCount } from './contribution.js';

/**
 * What a case counts for after one more entry of its effective history; `null` before the first. Entries that never matter
 * (counted-events.ts) may be left out or not: the result is the same. A rectification is no entry of an effective history:
 * whoever meets one folds the case anew.
 */
export function evolveCount(count: CaseCount | null, entry: CaseEntry): CaseCount {
  if (entry.type === 'case.application-received') return received(entry);
  if (count === null) throw new TypeError(`history does not begin with a receipt: ${entry.type}`);
  const { on } = entry.data;
  const { revision } = entry.by;
  switch (entry.type) {
    case 'case.receipt-confirmed':
      return { ...count, receivedYear: yearOf(on), receivedRevision: revision };
    case 'case.decision-proposed':
      return { ...count, proposedRow: rowOf(entry.data.outcome) };
    case 'case.reply-dispatched':
      return count.proposedRow === null ? count : ended(count, on, revision, count.proposedRow);
    case 'case.correction-lapsed':
      return ended(count, on, revision, rowOf('other_correction_lapsed'));
    case 'case.fee-notice-issued':
      return { ...count, fee: noticed(on, entry.data.amountFen) };
    case 'case.fee-paid':
      return { ...count, fee: count.fee && { ...count.fee, paidYear: yearOf(on), paidFen: entry.data.amountFen } };
    case 'case.fee-lapsed': {
      const fee = count.fee && { ...count.fee, lapsedYear: yearOf(on) };
      return { ...ended(count, on, revision, rowOf('other_fee_unpaid')), fee };
    }
    case 'case.application-withdrawn':
      return ended(count, on, revision, rowOf('other_withdrawn'));
    case 'case.application-merged':
      return ended(count, on, revision, rowOf('other_merged'));
    case 'case.application-terminated':
      return ended(count, on, revision, rowOf('other_terminated'));
    case 'case.past-result-recorded':
      return ended(count, on, revision, rowOf(entry.data.outcome));
    case 'case.reconsideration-filed':
      return filed(count, entry.data.remedyId, 'reconsideration', on, revision, true);
    case 'case.litigation-filed':
      return filed(
        count,
        entry.data.remedyId,
        kindOfSuit(entry.data),
        on,
        revision,
        entry.data.notCounted === undefined,
      );
    case 'case.reconsideration-concluded':
    case 'case.litigation-concluded':
      return concluded(count, entry.data.remedyId, on, revision, entry.data.result);
    case 'case.remedial-reply-dispatched':
      return entry.data.outcome === undefined ? count : repliedAgain(count, on, revision, rowOf(entry.data.outcome));
    default:
      return count;
  }
}

/** What a whole effective history counts for; `null` for an empty one. */
export function countOf(history: readonly CaseEntry[]): CaseCount | null {
  return history.reduce<CaseCount | null>(evolveCount, null);
}

function received({ data, by }: CaseEntry & { readonly type: 'case.application-received' }): CaseCount {
  return {
    caseId: data.caseId,
    agency: data.agency,
    applicantKind: data.applicantKind,
    receivedYear: data.receivedOn === null ? null : yearOf(data.receivedOn),
    receivedRevision: data.receivedOn === null ? null : by.revision,
    closedYear: null,
    closedRevision: null,
    row: null,
    outcomeOn: null,
    outcomeRevision: null,
    proposedRow: null,
    fee: null,
    remedies: [],
  };
}

/** A case whose receipt was never confirmed counts as received on the day it ends, so that it is in the tables at all. */
function ended(count: CaseCount, on: LocalDate, closedRevision: number, row: ResultRow2021): CaseCount {
  const closedYear = yearOf(on);
  const receipt = count.receivedYear === null ? { receivedYear: closedYear, receivedRevision: closedRevision } : {};
  return { ...count, ...receipt, closedYear, closedRevision, row, outcomeOn: on, outcomeRevision: closedRevision };
}

/**
 * Inside the year of the end the latest effective outcome is counted, once; of two of one day the one recorded later. A new reply of a
 * later year changes nothing in table 3 (Q11).
 */
function repliedAgain(count: CaseCount, on: LocalDate, outcomeRevision: number, row: ResultRow2021): CaseCount {
  const { closedYear, outcomeOn } = count;
  if (outcomeOn === null || yearOf(on) !== closedYear || on < outcomeOn) return count;
  return { ...count, row, outcomeOn: on, outcomeRevision };
}

function noticed(on: LocalDate, noticedFen: number): FeeCount {
  return { noticedYear: yearOf(on), noticedFen, paidYear: null, paidFen: null, lapsedYear: null };
}

function filed(
  count: CaseCount,
  remedyId: string,
  kind: RemedyKind,
  on: LocalDate,
  filedRevision: number,
  counted: boolean,
): CaseCount {
  const pending = { concludedYear: null, concludedRevision: null, result: null };
  const remedy: RemedyCount = { remedyId, kind, filedYear: yearOf(on), filedRevision, ...pending, counted };
  return { ...count, remedies: [...count.remedies, remedy] };
}

function concluded(
  count: CaseCount,
  remedyId: string,
  on: LocalDate,
  concludedRevision: number,
  result: RemedyResult,
): CaseCount {
  const conclusion = { concludedYear: yearOf(on), concludedRevision, result };
  const remedies = count.remedies.map((one) => (one.remedyId === remedyId ? { ...one, ...conclusion } : one));
  return { ...count, remedies };
}

function kindOfSuit({ afterReconsideration }: { readonly afterReconsideration?: unknown }): RemedyKind {
  return afterReconsideration === undefined ? 'litigation-direct' : 'litigation-after-reconsideration';
}

function rowOf(outcome: OutcomeCode): ResultRow2021 {
  return OUTCOMES[outcome].rows['2021'];
}
