import type { ReportForm } from '#agency';
import type { CaseCount } from '../contribution.js';
import type { Tables } from '../tables.js';
import { TABLE3_COLUMNS, TABLE4_COLUMNS } from '../columns.js';
import { table3Rows } from '../rows.js';

/**
 * The tables by the words of the design, the slow way: every cell asks every case. Shares nothing with tables.ts and lineage.ts
 * but the lists of rows and columns.
 */
export function naiveTables(
  counts: readonly CaseCount[],
  agencies: readonly string[],
  year: number,
  form: ReportForm,
): Tables {
  const own = counts.filter(({ agency }) => agencies.includes(agency));
  const table3 = Object.fromEntries(
    table3Rows(form).map((row) => [
      row,
      TABLE3_COLUMNS.map(
        (column) =>
          own.filter((one) => inRow(one, row, year) && (column === 'total' || one.applicantKind === column)).length,
      ),
    ]),
  );
  const matters = own.flatMap(({ remedies }) => remedies).filter(({ counted }) => counted);
  const block = (kind: string) =>
    TABLE4_COLUMNS.map(
      (column) =>
        matters.filter((one) => {
          const pending = one.filedYear <= year && (one.concludedYear === null || one.concludedYear > year);
          const done = one.concludedYear === year;
          if (one.kind !== kind) return false;
          if (column === 'total') return pending || done;
          return column === 'pending' ? pending : done && one.result === column;
        }).length,
    );
  return {
    table3,
    table4: {
      review: block('reconsideration'),
      suitDirect: block('litigation-direct'),
      suitAfterReview: block('litigation-after-reconsideration'),
    },
  };
}

function inRow({ receivedYear, closedYear, row: ended }: CaseCount, row: string, year: number): boolean {
  if (receivedYear === null) return false;
  if (row === 'new') return receivedYear === year;
  if (row === 'carriedIn') return receivedYear < year && !(closedYear !== null && closedYear < year);
  if (row === 'carriedOut') return receivedYear <= year && !(closedYear !== null && closedYear <= year);
  if (closedYear !== year) return false;
  return (
    row === 'resolvedTotal' || row === ended || (row === 'other.all' && ended !== null && ended.startsWith('other.'))
  );
}
