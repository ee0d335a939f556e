import { TABLE3_COLUMNS, type SummedFigures } from '#statistics';
import type { FigureRow, Form, RowGroup } from '../forms/form.js';
import { drawGrid, type GridCell } from './grid.js';
import { depthOf, headCells, labelCells, type Labels } from './spans.js';
import { widthOf } from './width.js';

/** Columns of the three levels of labels. */
const LABEL_WIDTHS = [10, 10, 26];
const FIGURE_WIDTH = 6;

/** Table 3 in the official layout (DR 2.3), merged heads and groups of rows included. */
export function renderTable3({ table3: form }: Form, { table3 }: SummedFigures): readonly string[] {
  const depth = depthOf([form.head]);
  const labels = LABEL_WIDTHS.length;
  const corner: GridCell = { text: form.note, row: 0, column: 0, rows: depth, columns: labels, align: 'centre' };
  const figures = rowsIn(form.rows).flatMap(({ id }, index) =>
    TABLE3_COLUMNS.map((_, column): GridCell => {
      const text = String(table3[id]?.[column] ?? '');
      return { text, row: depth + index, column: labels + column, rows: 1, columns: 1, align: 'right' };
    }),
  );
  const width = Math.max(FIGURE_WIDTH, ...figures.map(({ text }) => widthOf(text)));
  const cells = [
    corner,
    ...headCells([form.head], 0, labels, depth),
    ...labelCells(form.rows.map(labelsOf), depth, 0, labels),
    ...figures,
  ];
  return drawGrid(cells, [...LABEL_WIDTHS, ...TABLE3_COLUMNS.map(() => width)]);
}

function rowsIn(rows: readonly (FigureRow | RowGroup)[]): readonly FigureRow[] {
  return rows.flatMap((row) => ('rows' in row ? rowsIn(row.rows) : [row]));
}

function labelsOf(row: FigureRow | RowGroup): Labels {
  return 'rows' in row ? { label: row.label, under: row.rows.map(labelsOf) } : { label: row.label };
}
