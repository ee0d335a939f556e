import { cell3, cellKey } from '../cells.js';
import type { CellAddress, Figure, Table2Column } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';
import { partsOf } from '../rows.js';

/** Columns of table 2 that say the same in both forms under different names: 本年制发件数 and 本年新制作数量. */
const SAME_COLUMN: { readonly [column in Table2Column]?: Table2Column } = { made: 'madeNew', madeNew: 'made' };

/**
 * What a report says for a cell that may be one of the other form; `null` where it does not say it. The one row （六） of the 2019
 * form is the sum of the three of 2021, which cannot be told apart again (DR 2.3); of table 2 only what both forms ask for is told.
 */
export function figureInForm(report: ReportFigures, cell: CellAddress): Figure {
  const shown = figureAt(report, cell);
  if (shown !== undefined) return shown;
  if (cell.table === 3 && cell.row === 'other.all') return sumOrUnknown(report, partsOfAll(cell.column));
  if (cell.table !== 2) return null;
  const same = SAME_COLUMN[cell.column];
  return same === undefined ? null : (figureAt(report, { ...cell, column: same }) ?? null);
}

function partsOfAll(column: Parameters<typeof cell3>[1]): readonly CellAddress[] {
  return partsOf('other.all').map((row) => cell3(row, column));
}

function sumOrUnknown(report: ReportFigures, cells: readonly CellAddress[]): Figure {
  const figures = new Map(cells.map((cell) => [cellKey(cell), figureAt(report, cell) ?? null]));
  return [...figures.values()].reduce<Figure>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}
