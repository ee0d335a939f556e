import type { TableCell } from '../layout/table-grid.js';
import type { Grid } from './grid.js';

/** Box-drawing characters by the lines that meet: up 1, down 2, left 4, right 8. */
const JUNCTIONS = ' ╵╷│╴┘┐┤╶└┌├─┴┬┼';

/** Prints one line of a cell, margins included. */
type PrintCell = (cell: TableCell, widths: readonly number[], height: number, line: number) => string;

/** The lines of a drawn grid, from the top border to the bottom one. Merged cells run on through the borders within them. */
export function drawLines({ slots, cells, widths, heights }: Grid, printCell: PrintCell): readonly string[] {
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height + 1, 0));
  const slot = (row: number, column: number) => slots[row]?.[column] ?? -1;

  const printed = (index: number, y: number): string => {
    const cell = cells[index];
    if (cell === undefined) throw new TypeError('no such cell');
    const height = heights.slice(cell.row, cell.row + cell.rows).reduce((sum, one) => sum + one, cell.rows - 1);
    return printCell(cell, widths, height, y - (tops[cell.row] ?? 0));
  };

  /** A line of text of a row: cells with `│` between them. */
  const textLine = (row: number, y: number): string =>
    runsOf(slots[row] ?? [])
      .map(({ index }) => `│${printed(index, y)}`)
      .join('') + '│';

  /** The border above a row: `─`, or the text of a cell that goes on through it. */
  const borderLine = (row: number, y: number): string => {
    const through = widths.map((_, column) => (slot(row - 1, column) === slot(row, column) ? slot(row, column) : -1));
    let line = '';
    for (let column = 0; column < widths.length;) {
      const index = through[column] ?? -1;
      line += junction(row, column);
      line += index === -1 ? '─'.repeat(widths[column] ?? 0) : printed(index, y);
      column += index === -1 ? 1 : (cells[index]?.columns ?? 1);
    }
    return line + junction(row, widths.length);
  };

  const junction = (row: number, column: number): string => {
    const [a, b] = [slot(row - 1, column - 1), slot(row - 1, column)];
    const [c, d] = [slot(row, column - 1), slot(row, column)];
    return JUNCTIONS.charAt((a !== b ? 1 : 0) + (c !== d ? 2 : 0) + (a !== c ? 4 : 0) + (b !== d ? 8 : 0));
  };

  const rows = heights.flatMap((height, row) => {
    const top = tops[row] ?? 0;
    return [borderLine(row, top - 1), ...Array.from({ length: height }, (_, line) => textLine(row, top + line))];
  });
  return [...rows, borderLine(heights.length, -1)];
}

/** Neighbouring slots of one cell taken together. */
function runsOf(row: readonly number[]): readonly { readonly index: number }[] {
  return row.filter((index, column) => index !== row[column - 1]).map((index) => ({ index }));
}
