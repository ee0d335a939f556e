import { TABLE4_COLUMNS, type SummedFigures } from '#statistics';
import type { Form } from '../forms/form.js';
import { figureCell } from './figure-cell.js';
import { depthOf, headCells } from './labels.js';
import { gridOf, sharesOf, type TableGrid } from './table-grid.js';

/** Digits for which a column of the usual width has room, as it has for two Chinese characters. */
const USUAL_DIGITS = 4;

/** Table 4 in the official layout (DR 2.4): three blocks of five figures in one row. A longer figure widens its column. */
export function table4Grid({ table4: form }: Form, { table4 }: SummedFigures): TableGrid {
  const depth = depthOf(form.heads);
  const figures = form.blocks
    .flatMap((block) => TABLE4_COLUMNS.map((_, index) => table4[block][index] ?? null))
    .map((figure, column) => figureCell(figure, depth, column));
  const heads = headCells(form.heads, 0, 0, depth);
  const weights = figures.map(({ text }) => Math.max(USUAL_DIGITS, text.length) + 1);
  return gridOf([...heads, ...figures], { headRows: depth, shares: sharesOf([], weights) });
}
