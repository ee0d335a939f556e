import { rowsOf } from './html-table.js';
import { childrenOf, everyNode, isElement, type HtmlNode } from './parse-html.js';

/**
 * The nodes of a page that are tables to a reader: tables of two cells or more that hold no such table themselves. One that does is
 * there for the layout; of it only the rows that hold no table are tables. A table of one cell is a frame around text.
 */
export function realTables(page: HtmlNode): ReadonlySet<HtmlNode> {
  const tables: HtmlNode[] = [];
  /** Nodes with a table somewhere in them. */
  const holders = new Set<HtmlNode>();
  for (const node of everyNode(page)) {
    if (!isElement(node, 'table') || cellCount(node) < 2) continue;
    tables.push(node);
    for (let at = node.parentNode; at !== null && !holders.has(at); at = 'parentNode' in at ? at.parentNode : null) {
      holders.add(at);
    }
  }
  const rows = tables
    .filter((table) => holders.has(table))
    .flatMap((table) => rowsOf(table).map(({ row }) => row))
    .filter((row) => !holders.has(row) && cellsOfRow(row) > 1);
  return new Set([...tables.filter((table) => !holders.has(table)), ...rows]);
}

function cellCount(table: HtmlNode): number {
  return rowsOf(table).reduce((count, { row }) => count + cellsOfRow(row), 0);
}

function cellsOfRow(row: HtmlNode): number {
  return childrenOf(row).filter((cell) => isElement(cell, 'td', 'th')).length;
}
