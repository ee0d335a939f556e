import type { Figure } from '#statistics';
import { paperLines } from './paper-lines.js';

/**
 * A table of the form as cells on a grid, merged ones included: the only description of it. Terminal, HTML, DOCX, XLSX and PDF all
 * print this. Every slot is covered by exactly one cell.
 */
export interface TableGrid {
  /** Row by row, from left to right by the upper left corner. */
  readonly cells: readonly PlacedCell[];
  readonly columns: number;
  /** Rows at the top that are repeated where the table goes on on another page. */
  readonly headRows: number;
  /** Thousandths of the width of the table that each column takes on paper. */
  readonly shares: readonly number[];
}

/** A cell, merged over some rows and columns. Rows and columns count from 0. */
export interface TableCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly kind: CellKind;
  /** What a cell of kind `figure` holds as a number; `null`: nobody recorded it, and `text` is empty. Left out: the cell is text. */
  readonly figure?: Figure;
  /** Decimals with which the figure is printed; left out: as many as it has. */
  readonly decimals?: number;
}

/** A cell in its grid. */
export interface PlacedCell extends TableCell {
  /** The text as it is broken on paper, where its column is too narrow for one line; otherwise one line, which may wrap. */
  readonly lines: readonly string[];
}

/** `head` over columns, `note` in the corner, `group` a merged label of rows, `label` of one row, `figure` what is reported. */
export type CellKind = 'head' | 'note' | 'group' | 'label' | 'figure';

/** A grid in the order of reading. Each part of the table may give its cells in any order. */
export function gridOf(
  cells: readonly TableCell[],
  { headRows, shares }: Pick<TableGrid, 'headRows' | 'shares'>,
): TableGrid {
  const ordered = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const withLines = ordered.map((cell) => ({ ...cell, lines: paperLines(cell, shareOf(cell, shares)) }));
  return { cells: withLines, columns: shares.length, headRows, shares };
}

/** The cells that begin in each row. */
export function rowsOf({ cells }: TableGrid): readonly (readonly PlacedCell[])[] {
  const rows = Math.max(...cells.map((cell) => cell.row + cell.rows));
  return Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row));
}

/** Thousandths of the width of the table that a cell takes. */
export function shareOf({ column, columns }: TableCell, shares: readonly number[]): number {
  return shares.slice(column, column + columns).reduce((sum, share) => sum + share, 0);
}

/** Shares of a table: some given, the rest of the thousand divided by weights. */
export function sharesOf(given: readonly number[], weights: readonly number[]): readonly number[] {
  const rest = given.reduce((left, share) => left - share, 1000);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((rest * weight) / total));
  const over = shares.reduce((left, share) => left - share, rest);
  return [...given, ...shares.map((share, index) => share + (index < over ? 1 : 0))];
}
