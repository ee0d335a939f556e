import { TABLE3_COLUMNS, type Table3Row } from '#statistics';
import { columnsAcross, inColumns } from '../rows/by-position.js';
import type { Slot } from '../rows/slot.js';
import type { Extent, Figures, GridRow, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { rowOf, type Labels } from '../text/labels.js';
import { slotsOfGrid } from './table3-grid.js';

const WIDTH = TABLE3_COLUMNS.length;

/** Every place in the section where the figures of a row stand, in the order of reading. */
export function slotsOf(items: readonly Item[], labels: Labels<Table3Row>): readonly Slot<Table3Row>[] {
  const columns = columnsAcross(items.flatMap(fullExtents)) ?? columnsOfHeads(items);
  const slots: Slot<Table3Row>[] = [];
  let words = '';
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]!;
    if (item.kind === 'words') {
      words += item.text;
      continue;
    }
    if (item.kind === 'row') {
      const rows = rowsOfSameGrid(items, index);
      slots.push(...slotsOfGrid(rows, labels));
      index += rows.length - 1;
    } else {
      slots.push(...slotOfLine(item, words, columns, labels));
    }
    words = '';
  }
  return slots;
}

function rowsOfSameGrid(items: readonly Item[], from: number): readonly GridRow[] {
  const first = items[from];
  const rows: GridRow[] = [];
  for (const item of items.slice(from)) {
    if (item.kind !== 'row' || first?.kind !== 'row' || item.table !== first.table) break;
    rows.push(item);
  }
  return rows;
}

function fullExtents(item: Item): readonly (readonly Extent[])[] {
  return item.kind === 'figures' && item.extents?.length === WIDTH ? [item.extents] : [];
}

/** Words of which each head consists, that no other head has. */
const HEAD_PIECES = [
  /^自然人$/,
  /^(商业企业|商业|企业)$/,
  /^(科研机构|科研)$/,
  /^(社会公益组织|社会公益|社会|公益)$/,
  /^(法律服务机构|法律服务|法律|服务)$/,
  /^其他$/,
  /^(总计|合计)$/,
];

/** The columns as the heads over them stand across the page; `null` where one of them is missing or they are not side by side. */
function columnsOfHeads(items: readonly Item[]): readonly Extent[] | null {
  const first = items.findIndex(({ kind }) => kind === 'figures');
  const pieces = items
    .slice(0, first < 0 ? undefined : first)
    .flatMap((item) => (item.kind === 'words' ? item.pieces : []));
  const hulls = HEAD_PIECES.map((head) => {
    const own = pieces.filter(({ text }) => head.test(hanOf(text)));
    return { left: Math.min(...own.map(({ left }) => left)), right: Math.max(...own.map(({ right }) => right)) };
  });
  return hulls.every(({ left, right }) => left <= right) ? columnsAcross([hulls]) : null;
}

/** The figures of a line, or of several where each has one; a lone number with no words before it is a page number as likely as anything. */
function slotOfLine(
  item: Figures,
  wordsBefore: string,
  columns: readonly Extent[] | null,
  labels: Labels<Table3Row>,
): readonly Slot<Table3Row>[] {
  const { cells, place, stacked } = item;
  // Figures one below the other come from a page copied cell by cell: there the label is copied before them.
  const row = rowOf(stacked ? wordsBefore : item.text, labels, 'line');
  const shown = { row, words: item.text, text: `${item.text} ${cells.join(' ')}`, place };
  if (stacked || (cells.length === 1 && item.text === '')) return [{ ...shown, cells, lines: item.lines, reason: '' }];
  if (cells.length === WIDTH) return [{ ...shown, cells, reason: '' }];
  const placed = item.extents && columns && inColumns(cells, item.extents, columns);
  const reason = placed ? '' : `只有 ${String(cells.length)} 个数字，不能确定在哪一列`;
  return [{ ...shown, cells: placed, reason }];
}
