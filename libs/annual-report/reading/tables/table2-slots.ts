import type { ReportForm } from '#agency';
import type { Slot } from '../rows/slot.js';
import type { Figures, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { rowOf, type Labels } from '../text/labels.js';
import { columnsOfRow, partsOfForm, TABLE2_LABELS, type ReadRow } from './table2-labels.js';
import { slotsOfGridRow } from './table2-grid.js';

/** Figures of table 2 in the order of reading, and where each part of it begins. */
export interface Table2Slots {
  /** Figures before the head of any part. */
  readonly before: readonly Slot<ReadRow>[];
  readonly parts: ReadonlyMap<string, readonly Slot<ReadRow>[]>;
}

/** Every place in the section where figures of a row of table 2 stand, part by part as its heads 第二十条第（X）项 divide them. */
export function slotsOfTable2(items: readonly Item[], form: ReportForm): Table2Slots {
  const labels = TABLE2_LABELS[form];
  const names = partsOfForm(form).map(({ item }) => item);
  const before: Slot<ReadRow>[] = [];
  const parts = new Map<string, Slot<ReadRow>[]>();
  let open = before;
  let single = false;
  let words = '';
  for (const item of items) {
    const part = names.find((name) => hanOf(item.text).includes(name));
    if (part !== undefined) {
      open = parts.get(part) ?? [];
      parts.set(part, open);
      single = hasSingleColumn(part, form);
    }
    if (item.kind === 'words') words += item.text;
    else {
      const slots =
        item.kind === 'row' ? slotsOfGridRow(item, items, form) : slotsOfLine(item, words, form, labels, single);
      open.push(...slots);
      words = '';
    }
  }
  return { before, parts };
}

function slotsOfLine(
  item: Figures,
  wordsBefore: string,
  form: ReportForm,
  labels: Labels<ReadRow>,
  single: boolean,
): readonly Slot<ReadRow>[] {
  const { cells, place, stacked, text: words } = item;
  const row = rowOf(words, labels, 'line') ?? (stacked ? rowBefore(wordsBefore, cells.length, form, labels) : null);
  const slot = (texts: readonly string[]): Slot<ReadRow> => ({
    row,
    words,
    cells: texts,
    ...(stacked || (words === '' && cells.length === 1) ? { lines: item.lines } : {}),
    text: `${words} ${texts.join(' ')}`,
    place,
    reason: '',
  });
  // One figure a line without a label between: in a part with one column these are several rows.
  return stacked && row === null && single ? cells.map((text) => slot([text])) : [slot(cells)];
}

function hasSingleColumn(item: string, form: ReportForm): boolean {
  return partsOfForm(form).some((part) => part.item === item && part.heads.length === 1);
}

/** The row copied cell by cell after its label; a single figure may as well stand above its label, and only the order tells. */
function rowBefore(words: string, count: number, form: ReportForm, labels: Labels<ReadRow>): ReadRow | null {
  const row = rowOf(words, labels, 'line');
  return row !== null && columnsOfRow(form, row).length === count ? row : null;
}
