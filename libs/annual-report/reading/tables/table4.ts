import { TABLE4_BLOCK_LABELS, TABLE4_BLOCKS, TABLE4_CELLS, TABLE4_COLUMN_LABELS, TABLE4_COLUMNS } from '#statistics';
import type { Figure, Table4, Table4Block } from '#statistics';
import type { Place } from '../document.js';
import type { Remark, Unread } from '../published-report.js';
import type { Item } from '../stream/item.js';
import { MAY_BE_PAGE } from '../stream/page-numbers.js';
import { hanOf } from '../text/fold.js';
import { readCells } from './cells.js';
import { figureRowsOf, type FigureRow } from './table4-rows.js';

/** Table 4 as far as it could be read. */
export interface Table4Reading {
  readonly table: Table4<Figure> | null;
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
}

const WIDTH = TABLE4_COLUMNS.length;
const ALL = TABLE4_CELLS.length;

/**
 * Reads table 4 from what stands in its section: 15 figures in one row, or three rows of five. `pages` may be page numbers where they
 * stand alone on a line.
 */
export function readTable4(items: readonly Item[], pages: ReadonlySet<string>): Table4Reading {
  const rows = figureRowsOf(items);
  const place = rows[0]?.place ?? items[0]?.place ?? '';
  if (items.length === 0) return { table: null, unread: [], remarks: [] };
  if (rows.length === 0) return unreadTable('没有读到数字', rows, place);
  const disorder = disorderOf(items) ?? (hasPage(items, pages) ? MAY_BE_PAGE : null);
  const texts = disorder === null ? textsOf(rows) : null;
  if (texts === null) return unreadTable(disorder ?? '应有 15 个数字，或三行各 5 个', rows, place);
  const { figures, unread, remarks } = readCells(texts, TABLE4_CELLS, place);
  const block = (id: Table4Block) => {
    const from = TABLE4_BLOCKS.indexOf(id) * WIDTH;
    return figures.slice(from, from + WIDTH);
  };
  const table = { review: block('review'), suitDirect: block('suitDirect'), suitAfterReview: block('suitAfterReview') };
  return { table, unread, remarks };
}

/** The fifteen texts in the order of the form; `null` unless there is just one way to take them. */
function textsOf(rows: readonly FigureRow[]): readonly string[] | null {
  const [row, ...others] = rows.filter(({ cells }) => cells.length > 1);
  if (row?.cells.length === ALL && others.length === 0) return row.cells;
  const three = rows.filter(({ cells }) => cells.length === WIDTH);
  if (three.length !== TABLE4_BLOCKS.length || rows.length !== three.length) return null;
  if (three.every(({ block }) => block === null)) return three.flatMap(({ cells }) => cells);
  const named = TABLE4_BLOCKS.map((id) => three.filter(({ block }) => block === id));
  return named.every((one) => one.length === 1) ? named.flatMap(([one]) => one!.cells) : null;
}

/** Why the heads do not stand in the order of the form, where they do not; `null` otherwise. */
function disorderOf(items: readonly Item[]): string | null {
  const columns = TABLE4_COLUMNS.map((column) => TABLE4_COLUMN_LABELS[column]);
  for (const { text } of items) {
    const han = hanOf(text);
    if (/[。；]/.test(text)) continue;
    const [direct, after] = [
      han.indexOf(TABLE4_BLOCK_LABELS.suitDirect),
      han.indexOf(TABLE4_BLOCK_LABELS.suitAfterReview),
    ];
    if (direct >= 0 && after >= 0 && after < direct) return '表头的顺序与格式不同';
    if (han.startsWith('行政诉讼行政复议')) return '表头的顺序与格式不同';
    const places = columns.map((label) => han.indexOf(label));
    const isSorted = places.every((at, index) => index === 0 || places[index - 1]! < at);
    if (places.every((at) => at >= 0) && !isSorted) return '表头的顺序与格式不同';
  }
  return null;
}

function unreadTable(reason: string, rows: readonly FigureRow[], place: Place): Table4Reading {
  const text = rows.map(({ cells }) => cells.join(' ')).join('；');
  return { table: null, unread: [{ table: 4, row: null, cell: null, place, text, reason }], remarks: [] };
}

function hasPage(items: readonly Item[], pages: ReadonlySet<string>): boolean {
  return items.some((item) => item.kind === 'figures' && item.stacked && item.cells.some((text) => pages.has(text)));
}
