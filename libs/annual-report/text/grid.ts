import { rowLines } from '../layout/row-lines.js';
import type { CellKind, TableCell } from '../layout/table-grid.js';
import { drawLines } from './draw-lines.js';
import { widthOf } from './width.js';
import { wrap } from './wrap.js';

/** A head that needs several lines is printed two characters a line: 社会, 公益, 组织. */
const TWO_CHARACTERS = 4;

const ALIGN: Readonly<Record<CellKind, 'left' | 'centre' | 'right'>> = {
  head: 'centre',
  note: 'centre',
  group: 'left',
  label: 'left',
  figure: 'right',
};

/** Which cell covers each slot, and how large the slots are. */
export interface Grid {
  /** `slots[row][column]` is the index of the cell in `cells`. */
  readonly slots: readonly (readonly number[])[];
  readonly cells: readonly TableCell[];
  /** Columns of text in each column of slots, margins included. */
  readonly widths: readonly number[];
  /** Lines of text in each row of slots. */
  readonly heights: readonly number[];
}

/**
 * Draws a table with merged cells in box-drawing characters. `widths` are the columns of text within each column of the table;
 * a cell has one blank on either side. Every slot must be covered by exactly one cell: a `TypeError` otherwise.
 */
export function drawGrid(cells: readonly TableCell[], widths: readonly number[]): readonly string[] {
  const padded = widths.map((width) => width + 2);
  const slots = slotsOf(cells, widths.length);
  return drawLines({ slots, cells, widths: padded, heights: heightsOf(cells, slots.length, padded) }, textOf);
}

/** The lines of a cell's text. */
function linesOf(cell: TableCell, widths: readonly number[]): readonly string[] {
  const width = innerWidth(cell, widths);
  if (widthOf(cell.text) <= width) return [cell.text];
  return wrap(cell.text, cell.kind === 'head' ? Math.min(width, TWO_CHARACTERS) : width);
}

/** Columns within a cell: its slots and the lines between them, less the margins. */
function innerWidth({ column, columns }: TableCell, widths: readonly number[]): number {
  return widths.slice(column, column + columns).reduce((sum, width) => sum + width, columns - 1) - 2;
}

function slotsOf(cells: readonly TableCell[], columns: number): readonly (readonly number[])[] {
  const rows = Math.max(...cells.map((cell) => cell.row + cell.rows));
  const slots = Array.from({ length: rows }, () => Array<number>(columns).fill(-1));
  cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rows; row++) {
      for (let column = cell.column; column < cell.column + cell.columns; column++) {
        const slot = slots[row];
        if (slot?.[column] !== -1) throw new TypeError(`cell “${cell.text}” lies over another one or outside`);
        slot[column] = index;
      }
    }
  });
  if (slots.some((row) => row.includes(-1))) throw new TypeError('the table has a hole');
  return slots;
}

/** Each row as high as its own cells need; a cell over several rows runs on through the borders within it. */
function heightsOf(cells: readonly TableCell[], rows: number, widths: readonly number[]): readonly number[] {
  const extents = cells.map((cell) => ({ row: cell.row, rows: cell.rows, lines: linesOf(cell, widths).length }));
  return rowLines(extents, rows, 1);
}

/** The `line`-th line of a cell as it is printed, `height` lines high, margins included; text stands in the middle. */
function textOf(cell: TableCell, widths: readonly number[], height: number, line: number): string {
  const width = innerWidth(cell, widths);
  const lines = linesOf(cell, widths);
  const text = lines[line - Math.floor((height - lines.length) / 2)] ?? '';
  const space = Math.max(0, width - widthOf(text));
  const before = { left: 0, centre: Math.floor(space / 2), right: space }[ALIGN[cell.kind]];
  return ` ${' '.repeat(before)}${text}${' '.repeat(space - before)} `;
}
