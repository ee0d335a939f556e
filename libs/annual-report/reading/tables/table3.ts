import { cells3, TABLE3_COLUMNS, table3Rows, type Figure, type Table3, type Table3Row } from '#statistics';
import type { Remark, Unread } from '../published-report.js';
import { assign } from '../rows/assign.js';
import { withoutPages, type Slot } from '../rows/slot.js';
import { partStacks } from '../rows/part-stacks.js';
import type { Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { isNamed, mayBelong } from '../text/labels.js';
import { isDisordered } from './table3-heads.js';
import { TABLE3_LABELS_OTHER_AS_ONE, TABLE3_LABELS_OTHER_IN_THREE } from './table3-labels.js';
import { readCells, type CellsReading } from './cells.js';
import { slotsOf } from './table3-slots.js';

/** Table 3 as far as it could be read. */
export interface Table3Reading {
  readonly table: Table3<Figure> | null;
  /** How （六）其他处理 is printed; `null` where this is not shown. */
  readonly other: 'one' | 'three' | null;
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
}

/** Words that only the labels of the three rows of （六）其他处理 have. */
const THREE_ROWS = /逾期|不补正|收费通知|缴纳费用/;

const DISORDER = '表头的顺序与格式不同';

/** Reads table 3 from what stands in its section; `pages` may be page numbers where they stand alone on a line. */
export function readTable3(items: readonly Item[], pages: ReadonlySet<string>): Table3Reading {
  const han = hanOf(items.map(({ text }) => text).join(''));
  const isThree = THREE_ROWS.test(han);
  const labels = isThree ? TABLE3_LABELS_OTHER_IN_THREE : TABLE3_LABELS_OTHER_AS_ONE;
  const other = isThree ? 'three' : han.includes('其他处理') ? 'one' : null;
  const order = table3Rows(isThree ? '2021' : '2019').filter((row) => other !== null || row !== 'other.all');
  const found = partStacks(order, slotsOf(items, labels), TABLE3_COLUMNS.length);
  const slots = isDisordered(items) ? found.map((slot) => ({ ...slot, cells: null, reason: DISORDER })) : found;
  const { rows, loose } = assign(
    order,
    slots,
    (row, { words }) => mayBelong(words, row, labels) && isNamed(row, han, labels),
  );
  const read = order.flatMap((row) => {
    const slot = rows.get(row);
    return slot === undefined ? [] : [figuresOfRow(row, withoutPages(slot, pages))];
  });
  const shown = read.flatMap(({ figures }) => (figures === null ? [] : [figures]));
  return {
    table: shown.length === 0 ? null : Object.fromEntries(shown),
    other,
    unread: [
      ...(slots.length === 0
        ? nothing(items)
        : missingRows(other === null ? [...order, 'other.all'] : order, rows, items)),
      ...loose.map(({ slot, reason }) => unreadSlot(slot, reason)),
      ...read.flatMap(({ unread }) => unread),
    ],
    remarks: read.flatMap(({ remarks }) => remarks),
  };
}

interface RowReading extends Omit<CellsReading, 'figures'> {
  readonly figures: readonly [Table3Row, readonly Figure[]] | null;
}

function figuresOfRow(row: Table3Row, slot: Slot<Table3Row>): RowReading {
  if (slot.cells === null) {
    return { figures: null, unread: [unreadSlot({ ...slot, row }, slot.reason)], remarks: [] };
  }
  const reading = readCells(slot.cells, cells3([row]), slot.place);
  return { ...reading, figures: [row, reading.figures] };
}

function unreadSlot({ row, place, text }: Slot<Table3Row>, reason: string): Unread {
  return { table: 3, row, cell: null, place, text: text.trim(), reason };
}

/** The section is there and holds no row of figures. */
function nothing([first]: readonly Item[]): readonly Unread[] {
  if (first === undefined) return [];
  return [{ table: 3, row: null, cell: null, place: first.place, text: null, reason: '没有读到任何一行数字' }];
}

/** Rows of the form for which no figures were found at all. */
function missingRows(
  order: readonly Table3Row[],
  rows: ReadonlyMap<Table3Row, Slot<Table3Row>>,
  items: readonly Item[],
): readonly Unread[] {
  const place = items[0]?.place ?? '';
  return order
    .filter((row) => !rows.has(row))
    .map((row) => ({ table: 3, row, cell: null, place, text: null, reason: '没有找到该行的数字' }));
}
