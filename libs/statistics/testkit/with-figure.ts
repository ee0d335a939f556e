import { TABLE3_COLUMNS, TABLE4_COLUMNS } from '../columns.js';
import type { CellAddress, Figure } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';

/** The same report with another figure in one cell, made from the present one. */
export function withFigure<R extends ReportFigures>(report: R, cell: CellAddress, change: (now: number) => Figure): R {
  const now = figureAt(report, cell);
  if (now === undefined) throw new TypeError('the report has no such cell');
  const figure = change(now ?? 0);
  switch (cell.table) {
    case 2: {
      const table2 = report.table2 as Readonly<Record<string, object>> | null;
      return { ...report, table2: { ...table2, [cell.row]: { ...table2?.[cell.row], [cell.column]: figure } } };
    }
    case 3: {
      const row = report.table3?.[cell.row]?.with(TABLE3_COLUMNS.indexOf(cell.column), figure);
      return { ...report, table3: { ...report.table3, [cell.row]: row } };
    }
    case 4: {
      const block = report.table4?.[cell.block].with(TABLE4_COLUMNS.indexOf(cell.column), figure);
      return { ...report, table4: { ...report.table4, [cell.block]: block } };
    }
  }
}
