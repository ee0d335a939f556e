import { TABLE4_BLOCKS, TABLE4_BLOCK_LABELS, TABLE4_CELLS, TABLE4_COLUMNS, type Table4Block } from '#statistics';
import type { GridCell, Place } from '../document.js';
import { isFigure } from '../figures/cell-text.js';
import { textsIn } from '../rows/grid-columns.js';
import { inColumns } from '../rows/by-position.js';
import { columnsOf, type GridTable } from '../stream/grid-table.js';
import type { Extent, Figures, GridRow, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { Labels, rowOf } from '../text/labels.js';
import { columnsOfHeads, TABLE4_HEADS } from './table4-heads.js';

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
  const columns = columnsOfHeads(items);
  let words = '';
  for (const item of items) {
    if (item.kind === 'words') words += item.text;
    if (item.kind === 'figures') {
      const block = rowOf(item.stacked ? words : item.text, LABELS, 'line');
      rows.push({ block, cells: cellsOfLine(item, columns), place: item.place });
    }
    if (item.kind === 'row') rows.push(...figureRowOf(item));
    if (item.kind !== 'words') words = '';
  }
  return rows.filter(({ cells, block }) => cells.length > 1 || block !== null);
}

/** The figures of a line as they stand, or with the blanks between them where the heads over them tell. */
function cellsOfLine({ cells, text, extents }: Figures, columns: readonly Extent[] | null): readonly string[] {
  const isLacking = cells.length > 1 && cells.length < TABLE4_CELLS.length;
  if (text !== '' || !isLacking || extents === null || columns === null) return cells;
  return inColumns(cells, extents, columns) ?? cells;
}

function figureRowOf(item: GridRow): readonly FigureRow[] {
  const cells = item.table.row(item.row);
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const figures = filled.filter(({ text }) => isFigure(text));
  const place = item.place;
  const columns = leafColumns(item.table, item.row);
  if (figures.length === 0 && (columns === null || filled.length > 0)) return [];
  if (figures.length === 0 && cells.length === 0) return [];
  const firstFigure = filled.findIndex(({ text }) => isFigure(text));
  const label = filled.slice(0, Math.max(0, firstFigure)).at(-1);
  const block = label === undefined ? null : rowOf(label.text, LABELS, 'cell');
  const isWhole =
    figures.length === TABLE4_CELLS.length || (figures.length === TABLE4_COLUMNS.length && columns === null);
  if (isWhole) return [{ block, cells: figures.map(({ text }) => text), place }];
  const right = label === undefined ? cells : cells.filter(({ column }) => column > label.column);
  const texts = columns === null ? drawnCells(item, right) : textsIn(columns, filled, () => false);
  return [{ block, cells: texts ?? figures.map(({ text }) => text), place }];
}

/**
 * The cells of a row that is drawn in text, blanks included, where they are as many as the form has. One that begins or ends with a blank
 * may be indented, or have lost others at its end.
 */
function drawnCells({ table }: GridRow, cells: readonly GridCell[]): readonly string[] | null {
  const texts = cells.map(({ text }) => text);
  const isWidth = texts.length === TABLE4_CELLS.length || texts.length === TABLE4_COLUMNS.length;
  const isClosed = texts[0]?.trim() !== '' && texts.at(-1)?.trim() !== '';
  return table.drawn !== null && isWidth && isClosed ? texts : null;
}

/** The columns of a grid under fifteen heads 结果维持 to 总计, three times in the order of the form, above a row. */
function leafColumns(table: GridTable, above: number): readonly { from: number; to: number }[] | null {
  const leaves = Array.from({ length: table.width }, (_, column) => {
    for (let row = above - 1; row >= 0; row -= 1) {
      const cell = table.at(row, column);
      if (cell !== undefined && hanOf(cell.text) !== '') return cell;
    }
    return null;
  }).filter((cell, index, all) => cell !== null && all.indexOf(cell) === index);
  const found = leaves.flatMap((cell) => cell ?? []);
  return found.map(({ text }) => hanOf(text)).join() === TABLE4_HEADS.join() ? found.map(columnsOf) : null;
}
