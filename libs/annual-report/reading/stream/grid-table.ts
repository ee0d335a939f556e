import type { Grid, GridCell } from '../document.js';

/** A grid, asked by rows. */
export class GridTable {
  readonly height: number;
  readonly width: number;

  constructor(
    readonly grid: Grid,
    /** Text that its author drew as a table with `|` or tabs: merged cells shift what follows, so only the order of cells counts. */
    readonly drawn: boolean = false,
  ) {
    this.height = Math.max(0, ...grid.cells.map(({ row, rowSpan }) => row + rowSpan));
    this.width = Math.max(0, ...grid.cells.map(({ column, columnSpan }) => column + columnSpan));
    this.#rows = Array.from({ length: this.height }, () => []);
    for (const cell of grid.cells) this.#rows[cell.row]?.push(cell);
    for (const row of this.#rows) row.sort((a, b) => a.column - b.column);
  }

  readonly #rows: GridCell[][];

  /** The cells that begin in a row, from left to right. */
  row(row: number): readonly GridCell[] {
    return this.#rows[row] ?? [];
  }

  /** The cell that lies over a place, from whatever row it begins in. */
  at(row: number, column: number): GridCell | undefined {
    return this.grid.cells.find(
      (cell) => isWithin(row, cell.row, cell.rowSpan) && isWithin(column, cell.column, cell.columnSpan),
    );
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
