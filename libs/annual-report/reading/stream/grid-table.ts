import type { Grid, GridCell, Place } from '../document.js';

/** A grid, asked by rows. */
export class GridTable {
  readonly height: number;
  readonly width: number;
  readonly #rows: GridCell[][];
  /** Cells that reach into rows below their own. */
  readonly #tall: readonly GridCell[];
  /** Rows that a text of a row above reaches into. */
  readonly #reached = new Set<number>();

  /**
   * With `drawn`, the places of the lines that make its rows: text that its author drew as a table with `|` or tabs. There a merged cell
   * shifts what follows it, so that only the order of the cells of a row counts. With `filled`, the columns that merged cells took are
   * blanks at the end of their row, never before the figures; rows of another width than those beside them are `uneven`.
   */
  constructor(
    readonly grid: Grid,
    readonly drawn: readonly Place[] | null = null,
    readonly filled: { readonly uneven: ReadonlySet<number> } | null = null,
  ) {
    this.height = grid.cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);
    this.width = grid.cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0);
    this.#rows = Array.from({ length: this.height }, () => []);
    for (const cell of grid.cells) this.#rows[cell.row]?.push(cell);
    for (const row of this.#rows) row.sort((a, b) => a.column - b.column);
    this.#tall = grid.cells.filter(({ rowSpan }) => rowSpan > 1);
    let end = 0;
    for (const [index, row] of this.#rows.entries()) {
      if (end > index) this.#reached.add(index);
      end = row.reduce((most, { rowSpan, text }) => (text.trim() === '' ? most : Math.max(most, index + rowSpan)), end);
    }
  }

  /** The cells that begin in a row, from left to right. */
  row(row: number): readonly GridCell[] {
    return this.#rows[row] ?? [];
  }

  /** The cell that lies over a place, from whatever row it begins in. */
  at(row: number, column: number): GridCell | undefined {
    const isOver = (cell: GridCell) =>
      isWithin(row, cell.row, cell.rowSpan) && isWithin(column, cell.column, cell.columnSpan);
    return this.row(row).find(isOver) ?? this.#tall.find(isOver);
  }

  /** The text that stands alone in a row; `null` where there is none, or more than one, those that reach down from above included. */
  onlyText(row: number): string | null {
    const texts = this.row(row).flatMap(({ text }) => (text.trim() === '' ? [] : [text]));
    const [only, ...others] = texts;
    return only === undefined || others.length > 0 || this.#reached.has(row) ? null : only;
  }

  /** Where a row is found. */
  place(row: number): Place {
    return this.drawn?.[row] ?? `${this.grid.place}第 ${String(row + 1)} 行`;
  }
}

/** Whether two stretches of columns share one. */
export function overlap(a: Columns, b: Columns): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** A stretch of columns of a grid, both ends included. */
export interface Columns {
  readonly from: number;
  readonly to: number;
}

/** The columns that a cell takes. */
export function columnsOf(cell: GridCell): Columns {
  return { from: cell.column, to: cell.column + cell.columnSpan - 1 };
}

function isWithin(place: number, from: number, span: number): boolean {
  return place >= from && place < from + span;
}
