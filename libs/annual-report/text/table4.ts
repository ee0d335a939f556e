import { TABLE4_COLUMNS, type SummedFigures } from '#statistics';
import type { Form } from '../forms/form.js';
import { drawGrid, type GridCell } from './grid.js';
import { depthOf, headCells } from './spans.js';
import { widthOf } from './width.js';

const FIGURE_WIDTH = 4;

/** Table 4 in the official layout (DR 2.4): three blocks of five figures in one row. */
export function renderTable4({ table4: form }: Form, { table4 }: SummedFigures): readonly string[] {
  const depth = depthOf(form.heads);
  const figures = form.blocks
    .flatMap((block) => TABLE4_COLUMNS.map((_, index) => String(table4[block][index] ?? '')))
    .map((text, column): GridCell => ({ text, row: depth, column, rows: 1, columns: 1, align: 'right' }));
  const width = Math.max(FIGURE_WIDTH, ...figures.map(({ text }) => widthOf(text)));
  return drawGrid(
    [...headCells(form.heads, 0, 0, depth), ...figures],
    figures.map(() => width),
  );
}
