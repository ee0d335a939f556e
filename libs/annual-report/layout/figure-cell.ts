import type { Figure } from '#statistics';
import type { TableCell } from './table-grid.js';

/** A cell with a figure of table 3 or 4. One that nobody recorded stays blank: it is not 0. */
export function figureCell(figure: Figure, row: number, column: number): TableCell {
  return { text: figure === null ? '' : String(figure), figure, row, column, rows: 1, columns: 1, kind: 'figure' };
}
