import type { GridCell } from '#annual-report';
import type { Budget } from '../budget.js';
import { READING_LIMITS } from '../limits.js';
import { textOf } from './html-text.js';
import { attribute, childrenOf, isElement, type HtmlElement, type HtmlNode } from './parse-html.js';

/** A row of a table and the number of rows from it to the end of its part (`thead`, `tbody`, `tfoot`), which no cell crosses. */
export interface TableRow {
  readonly row: HtmlElement;
  readonly rowsLeft: number;
}

/** The rows of a table, not those of tables within it; of a single row, itself. */
export function rowsOf(table: HtmlNode): readonly TableRow[] {
  if (isElement(table, 'tr')) return [{ row: table, rowsLeft: 1 }];
  return childrenOf(table).flatMap((part) => {
    if (!isElement(part, 'thead', 'tbody', 'tfoot')) return [];
    const rows = childrenOf(part).filter((row) => isElement(row, 'tr'));
    return rows.map((row, index) => ({ row, rowsLeft: rows.length - index }));
  });
}

/**
 * Rows as cells with their places, by the standard's algorithm for forming tables: spans are cut at the end of the table's part and at
 * the limit of columns, so that a huge one costs nothing.
 */
export function cellsOf(rows: readonly TableRow[], budget: Budget): readonly GridCell[] {
  const cells: GridCell[] = [];
  /** For each column, the first row that is free again. */
  const freeFrom: number[] = [];
  rows.forEach(({ row: tr, rowsLeft }, row) => {
    let column = 0;
    for (const cell of childrenOf(tr)) {
      if (!isElement(cell, 'td', 'th')) continue;
      while ((freeFrom[column] ?? 0) > row) column++;
      if (column >= READING_LIMITS.gridColumns) break;
      budget.takeCell();
      const columnSpan = Math.min(spanOf(cell, 'colspan') || 1, READING_LIMITS.gridColumns - column);
      // 0 means: down to the end of the part.
      const rowSpan = Math.min(spanOf(cell, 'rowspan') || rowsLeft, rowsLeft);
      cells.push({ row, column, rowSpan, columnSpan, text: textOf(cell) });
      for (let at = column; at < column + columnSpan; at++) freeFrom[at] = Math.max(freeFrom[at] ?? 0, row + rowSpan);
      column += columnSpan;
    }
  });
  return cells;
}

/** A span as written; 1 for what is no number, as the standard has it. */
function spanOf(cell: HtmlElement, name: string): number {
  const digits = /^\s*(\d{1,9})/.exec(attribute(cell, name))?.[1];
  return digits === undefined ? 1 : Number(digits);
}
