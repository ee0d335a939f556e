import { TABLE3_COLUMNS, type SummedFigures } from '#statistics';
import type { FigureRow, Form, RowGroup } from '../forms/form.js';
import { depthOf, headCells, labelCells, type Labels } from './labels.js';
import { figureCell } from './figure-cell.js';
import { gridOf, sharesOf, type TableCell, type TableGrid } from './table-grid.js';

/** The three levels of labels, in thousandths of the width of the table: 三、本年度办理结果 stands in a narrow column. */
const LABEL_SHARES = [58, 92, 330];

/** Table 3 in the official layout (DR 2.3), merged heads and groups of rows included. */
export function table3Grid({ table3: form }: Form, { table3 }: SummedFigures): TableGrid {
  const depth = depthOf([form.head]);
  const labels = LABEL_SHARES.length;
  const note: TableCell = { text: form.note, row: 0, column: 0, rows: depth, columns: labels, kind: 'note' };
  const figures = rowsIn(form.rows).flatMap(({ id }, index) =>
    TABLE3_COLUMNS.map((_, column) => figureCell(table3[id]?.[column] ?? null, depth + index, labels + column)),
  );
  const heads = headCells([form.head], 0, labels, depth);
  const rows = labelCells(form.rows.map(labelsOf), depth, 0, labels);
  return gridOf([note, ...heads, ...rows, ...figures], {
    headRows: depth,
    shares: sharesOf(
      LABEL_SHARES,
      TABLE3_COLUMNS.map(() => 1),
    ),
  });
}

function rowsIn(rows: readonly (FigureRow | RowGroup)[]): readonly FigureRow[] {
  return rows.flatMap((row) => ('rows' in row ? rowsIn(row.rows) : [row]));
}

function labelsOf(row: FigureRow | RowGroup): Labels {
  return 'rows' in row ? { label: row.label, under: row.rows.map(labelsOf) } : { label: row.label };
}
