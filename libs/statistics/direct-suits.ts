import { OUTCOMES, type ResultRow2021 } from '#casework';
import { cell4 } from './cells.js';
import type { CaseCount, RemedyCount } from './contribution.js';
import { rowLabel } from './labels.js';
import type { Fault } from './rules/rule.js';

/** The year in which the Administrative Reconsideration Law of 2023 came into force: on its first day (DR 1.10). */
const IN_FORCE = 2024;

/** Rows of refusals under Arts. 14 to 16, whole or in part: a suit needs a reconsideration first. */
const REVIEW_FIRST: ReadonlySet<ResultRow2021> = new Set(
  Object.values(OUTCOMES)
    .filter(({ remedy }) => remedy === 'reconsideration-first')
    .map(({ rows }) => rows['2021']),
);

/**
 * Matters in 未经复议直接起诉 of a year that are suits against such a refusal, on applications received since 2024: either the suit
 * followed a reconsideration, or the result is another one, or the court took it against the law. A suit filed before the reply is
 * one against silence and needs none.
 */
export function directSuitsOnRefusals(counts: Iterable<CaseCount>, year: number): readonly Fault[] {
  return [...counts].flatMap((count) =>
    count.remedies.filter((suit) => isInTable(suit, year) && needsReview(count, suit)).map(() => faultOf(count)),
  );
}

function isInTable({ kind, counted, filedYear, concludedYear }: RemedyCount, year: number): boolean {
  const open = filedYear <= year && (concludedYear === null || concludedYear >= year);
  return counted && kind === 'litigation-direct' && open;
}

function needsReview({ receivedYear, row, closedRevision }: CaseCount, { filedRevision }: RemedyCount): boolean {
  if (receivedYear === null || receivedYear < IN_FORCE || row === null || closedRevision === null) return false;
  return REVIEW_FIRST.has(row) && filedRevision > closedRevision;
}

function faultOf({ caseId, row }: CaseCount): Fault {
  const result = row === null ? '' : rowLabel(row);
  return {
    message: `案件 ${caseId}：${result}，申请收到于 ${String(IN_FORCE)} 年以后，应先申请行政复议，而计入未经复议直接起诉`,
    cells: [cell4('suitDirect', 'total')],
    caseIds: [caseId],
  };
}
