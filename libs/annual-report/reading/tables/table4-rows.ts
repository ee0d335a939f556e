import {
  TABLE4_BLOCKS,
  TABLE4_BLOCK_LABELS,
  TABLE4_CELLS,
  TABLE4_COLUMN_LABELS,
  TABLE4_COLUMNS,
  type Table4Block,
} from '#statistics';
import type { Place } from '../document.js';
import { readCell } from '../figures/cell-text.js';
import { textsIn } from '../rows/grid-columns.js';
import { columnsOf, type GridTable } from '../stream/grid-table.js';
import type { GridRow, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { Labels, rowOf } from '../text/labels.js';

/** Figures of table 4 that stand in one row, with the block whose label stands before them. */
export interface FigureRow {
  readonly block: Table4Block | null;
  readonly cells: readonly string[];
  readonly place: Place;
}

const LABELS = new Labels<Table4Block>(
  TABLE4_BLOCKS.map((id) => [id, [TABLE4_BLOCK_LABELS[id]]] as const),
  ['行政诉讼'],
);

/** The rows of figures in the section of table 4. */
export function figureRowsOf(items: readonly Item[]): readonly FigureRow[] {
  const rows: FigureRow[] = [];
  let words = '';
  for (const item of items) {
    if (item.kind === 'words') words += item.text;
    if (item.kind === 'figures') {
      const block = rowOf(item.stacked ? words : item.text, LABELS, 'line');
      rows.push({ block, cells: item.cells, place: item.place });
    }
    if (item.kind === 'row') rows.push(...figureRowOf(item));
    if (item.kind !== 'words') words = '';
  }
  return rows.filter(({ cells, block }) => cells.length > 1 || block !== null);
}

function figureRowOf(item: GridRow): readonly FigureRow[] {
  const cells = item.table.row(item.row);
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const figures = filled.filter(({ text }) => isFigure(text));
  const place = item.place;
  const columns = leafColumns(item.table, item.row);
  if (figures.length === 0 && (columns === null || filled.length > 0)) return [];
  if (figures.length === 0 && cells.length === 0) return [];
  const label = filled.find(({ text }) => !isFigure(text));
  const block = label === undefined ? null : rowOf(label.text, LABELS, 'cell');
  const isWhole = figures.length === TABLE4_CELLS.length || figures.length === TABLE4_COLUMNS.length;
  if (isWhole) return [{ block, cells: figures.map(({ text }) => text), place }];
  const texts = columns && textsIn(columns, filled, () => false);
  return [{ block, cells: texts ?? figures.map(({ text }) => text), place }];
}

/** The columns of a grid under fifteen heads 结果维持 to 总计, three times in the order of the form, above a row. */
function leafColumns(table: GridTable, above: number): readonly { from: number; to: number }[] | null {
  const wanted = [1, 2, 3].flatMap(() => TABLE4_COLUMNS.map((column) => TABLE4_COLUMN_LABELS[column])).join();
  const leaves = Array.from({ length: table.width }, (_, column) => {
    for (let row = above - 1; row >= 0; row -= 1) {
      const cell = table.at(row, column);
      if (cell !== undefined && hanOf(cell.text) !== '') return cell;
    }
    return null;
  }).filter((cell, index, all) => cell !== null && all.indexOf(cell) === index);
  const found = leaves.flatMap((cell) => cell ?? []);
  return found.map(({ text }) => hanOf(text)).join() === wanted ? found.map(columnsOf) : null;
}

function isFigure(text: string): boolean {
  const reading = readCell(text);
  return 'value' in reading && reading.value !== null;
}
