import { wrap } from '../text/wrap.js';
import { widthOf } from '../text/width.js';
import { rowsOf, type PlacedCell, type TableGrid } from './table-grid.js';

/** A cell by the rows it covers and the lines it needs. */
interface Extent {
  readonly row: number;
  readonly rows: number;
  readonly lines: number;
}

/**
 * Lines of each row: as many as its own cells need; a cell over several rows stretches the last of them. `between`: lines that a
 * border between two rows gives to a cell which runs through it.
 */
export function rowLines(cells: readonly Extent[], rows: number, between = 0): readonly number[] {
  const heights = Array<number>(rows).fill(1);
  for (const cell of cells.toSorted((a, b) => a.rows - b.rows)) {
    const last = cell.row + cell.rows - 1;
    const there = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, (cell.rows - 1) * between);
    if (cell.lines > there) heights[last] = (heights[last] ?? 0) + cell.lines - there;
  }
  return heights;
}

/** How a table is broken into lines where a cell holds `room` columns of text, a Chinese character taking two. */
export function brokenGrid(
  grid: TableGrid,
  room: (cell: PlacedCell) => number,
): { readonly grid: TableGrid; readonly rowLines: readonly number[] } {
  const cells = grid.cells.map((cell) => ({
    ...cell,
    lines: cell.lines.flatMap((line) => (widthOf(line) <= room(cell) ? [line] : wrap(line, room(cell)))),
  }));
  const extents = cells.map(({ row, rows, lines }) => ({ row, rows, lines: lines.length }));
  return { grid: { ...grid, cells }, rowLines: rowLines(extents, rowsOf(grid).length) };
}
