import type { ReportForm } from '#agency';
import type { CellAddress, Figure, Table2Column, Table2Row } from '#statistics';
import { readCell, readChange, type CellReading } from '../figures/cell-text.js';
import type { PublishedTable2, Remark, Unread } from '../published-report.js';
import { assign } from '../rows/assign.js';
import { withoutPages, type Slot } from '../rows/slot.js';
import type { Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { isNamed, mayBelong, withoutNotes } from '../text/labels.js';
import { readCells } from './cells.js';
import {
  columnsOfRow,
  formOfHeads,
  hasHeads,
  OTHER_DOCUMENTS,
  partsOfForm,
  TABLE2_LABELS,
  type ReadRow,
} from './table2-labels.js';
import { slotsOfTable2 } from './table2-slots.js';

/** Table 2 as far as it could be read. */
export interface Table2Reading {
  readonly table: PublishedTable2 | null;
  /** The form that its heads are of. */
  readonly form: ReportForm | null;
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
}

/** Reads table 2 from what stands in its section; `pages` may be page numbers where they stand alone on a line. */
export function readTable2(items: readonly Item[], pages: ReadonlySet<string>): Table2Reading {
  const texts = items.flatMap(({ text }) => (/[。；]/.test(text) ? [] : [text]));
  const words = hanOf(texts.join(''));
  const heads = hanOf(texts.map(withoutNotes).join(''));
  const form = formOfHeads(heads) ?? formOfDecisions(items, heads);
  if (form === null) return { table: null, form, unread: whollyUnread(items, words), remarks: [] };
  const { rows, loose } = rowsByPart(items, form, words);
  const read = [...rows].map(([row, slot]) => ({ row, ...figuresOfRow(row, withoutPages(slot, pages), form, words) }));
  const shown = read.flatMap(({ row, values }) => (values === null ? [] : [[row, values] as const]));
  const order = partsOfForm(form).flatMap((part) => part.rows.map(({ id }) => id));
  return {
    table: shown.length === 0 ? null : Object.fromEntries(shown),
    form,
    unread: [
      ...order.filter((row) => !rows.has(row)).map((row) => missing(row, items)),
      ...loose,
      ...read.flatMap(({ unread }) => unread),
    ],
    remarks: read.flatMap(({ remarks }) => remarks),
  };
}

/**
 * The form by the rows of decisions, where the heads are too broken to be told: the 2021 form has one figure there, the 2019 form
 * three. `null` where the heads are of both forms or the rows say both.
 */
function formOfDecisions(items: readonly Item[], words: string): ReportForm | null {
  if (hasHeads(words)) return null;
  const { before, parts } = slotsOfTable2(items, '2021');
  const slots = [...before, ...[...parts.values()].flat()];
  const counts = new Set(
    slots.flatMap(({ row, cells }) => (DECISIONS.includes(row ?? '') && cells ? [cells.length] : [])),
  );
  if (counts.size !== 1) return null;
  return counts.has(1) ? '2021' : counts.has(3) ? '2019' : null;
}

const DECISIONS: readonly ReadRow[] = ['licensing', 'penalty', 'coercion'];

function whollyUnread(items: readonly Item[], words: string): readonly Unread[] {
  if (!/第二十条第|信息内容/.test(words)) return [];
  const reason = '表头既不像 2021 年格式也不像 2019 年格式，或者两种都有';
  return [{ table: 2, row: null, cell: null, place: items[0]?.place ?? '', text: null, reason }];
}

interface Rows {
  readonly rows: ReadonlyMap<ReadRow, Slot<ReadRow>>;
  readonly loose: readonly Unread[];
}

/** Rows by their own labels wherever they stand; figures without a label in the order of the part whose head they stand under. */
function rowsByPart(items: readonly Item[], form: ReportForm, words: string): Rows {
  const labels = TABLE2_LABELS[form];
  const { before, parts } = slotsOfTable2(items, form);
  const fits = (row: ReadRow, slot: Slot<ReadRow>) =>
    slot.cells?.length === columnsOfRow(form, row).length &&
    mayBelong(slot.words, row, labels) &&
    isNamed(row, words, labels);
  const rows = new Map<ReadRow, Slot<ReadRow>>();
  const loose: Unread[] = [];
  const labelled = new Set([before, ...parts.values()].flatMap((slots) => slots.flatMap(({ row }) => row ?? [])));
  const groups = partsOfForm(form).map((part) => {
    const own = parts.get(part.item) ?? [];
    const ids = part.rows.map(({ id }) => id).filter((id) => own.some(({ row }) => row === id) || !labelled.has(id));
    return { slots: own, order: own.some(({ row }) => row === OTHER_DOCUMENTS) ? [...ids, OTHER_DOCUMENTS] : ids };
  });
  const whole = { slots: before, order: parts.size === 0 ? groups.flatMap(({ order }) => order) : [] };
  for (const { slots, order } of [whole, ...groups]) {
    const found = assign(order, slots, fits);
    for (const [row, slot] of found.rows) {
      if (rows.has(row)) loose.push(unreadSlot({ ...slot, row }, '同一行出现多次'));
      else rows.set(row, slot);
    }
    loose.push(...found.loose.map(({ slot, reason }) => unreadSlot(slot, reason)));
  }
  return { rows, loose };
}

function figuresOfRow(row: ReadRow, slot: Slot<ReadRow>, form: ReportForm, words: string) {
  const columns = columnsOfRow(form, row);
  const unreadable = (reason: string) => ({
    values: null,
    unread: [unreadSlot({ ...slot, row }, reason)],
    remarks: [],
  });
  if (slot.cells?.length !== columns.length) return unreadable(slot.reason || '数字的个数与表的列数不同');
  if (row === 'fees' && form === '2021' && words.includes('单位元')) return unreadable('收费金额的单位不是万元');
  const texts = slot.cells;
  const amount = columns.indexOf('amountText');
  const numbers = columns.filter((column) => column !== 'amountText');
  const cells = numbers.map((column): CellAddress => ({
    table: 2,
    row: row as Table2Row,
    column: column as Table2Column,
  }));
  const read = (text: string, cell: CellAddress): CellReading =>
    cell.table === 2 && cell.column === 'change' ? readChange(text) : readCell(text);
  const reading = readCells(
    texts.filter((_, index) => index !== amount),
    cells,
    slot.place,
    read,
  );
  const values: Record<string, Figure | string> = Object.fromEntries(
    numbers.map((column, index) => [column, reading.figures[index] ?? null]),
  );
  if (amount >= 0) return { ...reading, values: { ...values, amountText: texts[amount]!.trim() || null } };
  return { ...reading, values };
}

function unreadSlot({ row, place, text }: Slot<ReadRow>, reason: string): Unread {
  return { table: 2, row, cell: null, place, text: text.trim(), reason };
}

function missing(row: ReadRow, items: readonly Item[]): Unread {
  return { table: 2, row, cell: null, place: items[0]?.place ?? '', text: null, reason: '没有找到该行的数字' };
}
