import type { ReportForm } from '#agency';
import type { CaseCount, RemedyCount } from './contribution.js';
import { cell3, cell4, cellKey } from './cells.js';
import { blockOf, type Table4Column } from './columns.js';
import type { CellAddress, Table3Cell, Table4Cell } from './figures.js';
import { partsOf, rowInForm, type Table3Row } from './rows.js';

/** One unit of one figure: a case (table 3) or a matter of a case (table 4), with the entries that put it there. */
export interface Placement {
  readonly cell: Table3Cell | Table4Cell;
  readonly caseId: string;
  /** The matter, for table 4. */
  readonly remedyId: string | null;
  /** Revisions in the history of the case, ascending. */
  readonly because: readonly number[];
}

/**
 * Every cell of `year` in which a case is, totals included, in the order of the form. Definitions, not sums: 上年结转 is "received
 * before the year and not ended before it", 结转下年度 "received by its end and not ended by its end" (DR 3.6).
 */
export function placementsOf(count: CaseCount, year: number, form: ReportForm): readonly Placement[] {
  return [...placements3(count, year, form), ...count.remedies.flatMap((remedy) => placements4(count, remedy, year))];
}

/** The cells of `year` in which a case is, each once, in the order of the form. */
export function cellsOf(count: CaseCount, year: number, form: ReportForm): readonly CellAddress[] {
  const cells = new Map(placementsOf(count, year, form).map(({ cell }) => [cellKey(cell), cell]));
  return [...cells.values()];
}

/** How many units a case adds to a cell of `year`: 0 or 1 in table 3, its matters in table 4, always 0 in table 2. */
export function unitsIn(count: CaseCount, cell: CellAddress, year: number): number {
  switch (cell.table) {
    case 2:
      return 0;
    case 3:
      return isInColumn(count, cell) && isInRow(count, cell.row, year) ? 1 : 0;
    case 4:
      return count.remedies.filter((remedy) => placements4(count, remedy, year).some((p) => sameCell(p.cell, cell)))
        .length;
  }
}

/** Whether a case is in a cell of `year`. A cell `other.all` holds the cases of the three rows of （六）, whatever the form. */
export function isIn(count: CaseCount, cell: CellAddress, year: number): boolean {
  return unitsIn(count, cell, year) > 0;
}

function sameCell(a: CellAddress, b: CellAddress): boolean {
  return cellKey(a) === cellKey(b);
}

function isInColumn(count: CaseCount, { column }: Table3Cell): boolean {
  return column === 'total' || column === count.applicantKind;
}

function isInRow({ receivedYear, closedYear, row: ended }: CaseCount, row: Table3Row, year: number): boolean {
  if (receivedYear === null || receivedYear > year) return false;
  const endedBefore = closedYear !== null && closedYear < year;
  switch (row) {
    case 'new':
      return receivedYear === year;
    case 'carriedIn':
      return receivedYear < year && !endedBefore;
    case 'resolvedTotal':
      return closedYear === year;
    case 'carriedOut':
      return closedYear === null || closedYear > year;
    default:
      return closedYear === year && ended !== null && partsOf(row).includes(ended);
  }
}

function placements3(count: CaseCount, year: number, form: ReportForm): readonly Placement[] {
  const rows: readonly Table3Row[] = [
    'new',
    'carriedIn',
    ...(count.row === null ? [] : [rowInForm(count.row, form)]),
    'resolvedTotal',
    'carriedOut',
  ];
  return rows
    .filter((row) => isInRow(count, row, year))
    .flatMap((row) =>
      [count.applicantKind, 'total' as const].map((column) => ({
        cell: cell3(row, column),
        caseId: count.caseId,
        remedyId: null,
        because: revisions3(count, row),
      })),
    );
}

/** The receipt puts a case in 一, 二 and 四, its end in 三; in which row of it, a remedial reply may decide. */
function revisions3(
  { receivedRevision, closedRevision, outcomeRevision }: CaseCount,
  row: Table3Row,
): readonly number[] {
  switch (row) {
    case 'new':
    case 'carriedIn':
    case 'carriedOut':
      return distinct(receivedRevision);
    case 'resolvedTotal':
      return distinct(closedRevision);
    default:
      return distinct(closedRevision, outcomeRevision);
  }
}

function distinct(...revisions: readonly (number | null)[]): readonly number[] {
  return [...new Set(revisions.filter((one) => one !== null))].sort((a, b) => a - b);
}

/** A matter pending at the end of a year is in 尚未审结 of that year and again, with its result, in the year that ends it. */
function placements4({ caseId }: CaseCount, remedy: RemedyCount, year: number): readonly Placement[] {
  const { concludedYear, result } = remedy;
  if (!remedy.counted || remedy.filedYear > year || (concludedYear !== null && concludedYear < year)) return [];
  const concluded = concludedYear === year && result !== null && remedy.concludedRevision !== null;
  const column: Table4Column = concluded ? result : 'pending';
  const because = concluded ? [remedy.filedRevision, remedy.concludedRevision] : [remedy.filedRevision];
  return ([column, 'total'] as const).map((name) => ({
    cell: cell4(blockOf(remedy.kind), name),
    caseId,
    remedyId: remedy.remedyId,
    because: because.toSorted((a, b) => a - b),
  }));
}
