import type { ReportForm } from '#agency';
import { readCell } from '../figures/cell-text.js';
import { columnsUnder, textsIn } from '../rows/grid-columns.js';
import type { Slot } from '../rows/slot.js';
import { columnsOf } from '../stream/grid-table.js';
import type { Figures, GridRow, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { rowOf, type Labels } from '../text/labels.js';
import { columnsOfRow, partsOfForm, table2Labels, type ReadRow } from './table2-labels.js';

/** Figures of table 2 in the order of reading, and where each part of it begins. */
export interface Table2Slots {
  /** Figures before the head of any part. */
  readonly before: readonly Slot<ReadRow>[];
  readonly parts: ReadonlyMap<string, readonly Slot<ReadRow>[]>;
}

/** Every place in the section where figures of a row of table 2 stand, part by part as its heads 第二十条第（X）项 divide them. */
export function slotsOfTable2(items: readonly Item[], form: ReportForm): Table2Slots {
  const labels = table2Labels(form);
  const names = partsOfForm(form).map(({ item }) => item);
  const before: Slot<ReadRow>[] = [];
  const parts = new Map<string, Slot<ReadRow>[]>();
  let open = before;
  let words = '';
  for (const item of items) {
    const part = names.find((name) => hanOf(item.text).includes(name));
    if (part !== undefined) {
      open = parts.get(part) ?? [];
      parts.set(part, open);
    }
    if (item.kind === 'words') words += item.text;
    else {
      open.push(
        ...(item.kind === 'row' ? slotOfGridRow(item, items, form, labels) : [slotOfLine(item, words, form, labels)]),
      );
      words = '';
    }
  }
  return { before, parts };
}

function slotOfLine(item: Figures, wordsBefore: string, form: ReportForm, labels: Labels<ReadRow>): Slot<ReadRow> {
  const { cells, place } = item;
  const text = `${item.text} ${cells.join(' ')}`;
  const own = rowOf(item.text, labels, 'line');
  const row = own ?? (item.stacked ? rowBefore(wordsBefore, cells.length, form, labels) : null);
  return { row, words: item.text, cells, text, place, reason: '' };
}

/** The row copied cell by cell after its label; a single figure may as well stand above its label, and only the order tells. */
function rowBefore(words: string, count: number, form: ReportForm, labels: Labels<ReadRow>): ReadRow | null {
  const row = rowOf(words, labels, 'line');
  return row !== null && columnsOfRow(form, row).length === count ? row : null;
}

function slotOfGridRow(
  item: GridRow,
  items: readonly Item[],
  form: ReportForm,
  labels: Labels<ReadRow>,
): readonly Slot<ReadRow>[] {
  const cells = item.table.row(item.row);
  const firstFigure = cells.findIndex(({ text }) => isFigure(text));
  const named = firstFigure < 0 ? cells.slice(0, 1) : cells.slice(0, firstFigure);
  const label = named.findLast(({ text }) => hanOf(text) !== '');
  const row = label === undefined ? null : rowOf(label.text, labels, 'cell');
  const right = cells.filter(({ column }) => column > (label === undefined ? -1 : columnsOf(label).to));
  const filled = right.filter(({ text }) => text.trim() !== '');
  const shown = { row, words: label?.text ?? '', text: item.text, place: item.place };
  if (row === null) return firstFigure < 0 ? [] : [{ ...shown, cells: filled.map(({ text }) => text), reason: '' }];
  const texts = textsOfRow(item, items, row, form);
  return [{ ...shown, cells: texts, reason: texts === null ? '数字与列对不上' : '' }];

  function textsOfRow(at: GridRow, all: readonly Item[], id: ReadRow, of: ReportForm): readonly string[] | null {
    const width = columnsOfRow(of, id).length;
    if (filled.length === width) return filled.map(({ text }) => text);
    const heads = partsOfForm(of).find((part) => part.rows.some((one) => one.id === id))?.heads;
    const head = headAbove(at, all);
    const columns =
      heads &&
      head &&
      columnsUnder(
        heads.map((one) => [one]),
        at.table,
        [head.row],
      );
    const byHeads = columns && textsIn(columns, right, () => false);
    if (byHeads) return byHeads;
    return filled.length === 0 && width === 1 ? [''] : null;
  }
}

/** The nearest row above in the same grid that names columns. */
function headAbove(item: GridRow, items: readonly Item[]): GridRow | undefined {
  return items.findLast(
    (one): one is GridRow =>
      one.kind === 'row' &&
      one.table === item.table &&
      one.row < item.row &&
      /信息内容|数量|件数/.test(hanOf(one.text)),
  );
}

function isFigure(text: string): boolean {
  const reading = readCell(text);
  return 'value' in reading && reading.value !== null;
}
