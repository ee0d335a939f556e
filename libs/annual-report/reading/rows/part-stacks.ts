import type { Slot } from './slot.js';

/**
 * Makes rows of figures that stand one a line. Such text has no trace of a blank cell, figures of a row may stand behind those of another,
 * a page number looks like a figure, and a label may stand elsewhere; so seven figures after a label are not yet its row. What tells is
 * the account of the table: from each label to the next as many figures as the rows of the form up to there have cells. Where all of it is
 * accounted for, every row is full. Where something is not, only rows at some distance from it are read. The rest is left to nobody.
 * Slots that are not of this kind are passed on as they are.
 */
export function partStacks<Id extends string>(
  order: readonly Id[],
  slots: readonly Slot<Id>[],
  width: number,
): readonly Slot<Id>[] {
  const stretches = stretchesOf(order, slots);
  const areSingle = stretches.map((stretch) => isSingleRow(stretch, width));
  // A table copied column by column has the same counts. Rows that stand alone show that this one was copied row by row.
  const single = areSingle.filter((isSingle) => isSingle).length;
  const isByRow = single >= FEWEST_SINGLE && single * 2 >= shownOf(order, slots);
  const isWhole = isByRow && stretches.every((stretch) => isAccounted(stretch, width));
  return stretches.flatMap(({ slots: own, rows }, index) => {
    if (isWhole) return own.flatMap((slot) => rowsOfStack(slot, width));
    const isFar = areSingle[index] && areSingle[index - 1] !== false && areSingle[index + 1] === true;
    return own.flatMap((slot) => (isByRow && isFar ? [slot] : withoutDoubt(slot, width, rows.length)));
  });
}

/** Fewer rows than this that stand alone under their labels show nothing. */
const FEWEST_SINGLE = 5;

/** How many rows of the form there are up to the last that is labelled: a text may break off before the table ends. */
function shownOf<Id extends string>(order: readonly Id[], slots: readonly Slot<Id>[]): number {
  return 1 + Math.max(-1, ...slots.map(({ row }) => (row === null ? -1 : order.indexOf(row))));
}

/** Figures from one that has a label of its own to the next. */
interface Stretch<Id extends string> {
  readonly slots: readonly Slot<Id>[];
  /** The rows of the form from that label to the next; none where the labels are not in the order of the form. */
  readonly rows: readonly Id[];
}

function stretchesOf<Id extends string>(order: readonly Id[], slots: readonly Slot<Id>[]): readonly Stretch<Id>[] {
  const starts = slots.flatMap(({ row }, at) => (row !== null || at === 0 ? [at] : []));
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const row = slots[start]!.row;
    const from = row === null ? 0 : order.indexOf(row);
    const to = next === undefined ? order.length : order.indexOf(slots[next]!.row!);
    return { slots: slots.slice(start, next), rows: from < 0 || to < 0 ? [] : order.slice(from, to) };
  });
}

/** One row of the form under its own label, in full. */
function isSingleRow<Id extends string>({ slots, rows }: Stretch<Id>, width: number): boolean {
  const [slot, ...others] = slots;
  if (slot?.row == null || others.length > 0 || rows.length !== 1) return false;
  return slot.lines === undefined || (slot.cells?.length === width && isEven(slot.lines));
}

/** Just as many figures as the rows have cells, in whole rows. */
function isAccounted<Id extends string>({ slots, rows }: Stretch<Id>, width: number): boolean {
  const counts = slots.map(({ cells }) => cells?.length ?? 0);
  const areRows = slots.every(({ lines = [] }, index) => counts[index]! % width === 0 && isEven(lines));
  return areRows && counts.reduce((sum, count) => sum + count, 0) === width * rows.length;
}

/** As many lines between any two figures: nothing stands between them, and no column of figures was copied as a paragraph of its own. */
function isEven(lines: readonly number[]): boolean {
  const steps = lines.slice(1).map((line, index) => line - lines[index]!);
  return new Set(steps).size <= 1;
}

/** The rows of a stack; its label is that of the first. */
function rowsOfStack<Id extends string>(slot: Slot<Id>, width: number): readonly Slot<Id>[] {
  const { cells } = slot;
  if (slot.lines === undefined || cells === null || cells.length === width) return [slot];
  return Array.from({ length: cells.length / width }, (_, index) => {
    const own = cells.slice(index * width, (index + 1) * width);
    return { ...slot, row: index === 0 ? slot.row : null, cells: own, text: own.join(' ') };
  });
}

/** What is beyond doubt where the account does not hold: nothing of a stack. A lone number may be that of a page. */
function withoutDoubt<Id extends string>(slot: Slot<Id>, width: number, rows: number): readonly Slot<Id>[] {
  if (slot.lines === undefined) return [slot];
  const count = slot.cells?.length ?? 0;
  if (count === 1 && slot.row === null) return [];
  return [{ ...slot, cells: null, reason: whyNot(count, width, rows) }];
}

function whyNot(count: number, width: number, rows: number): string {
  if (count < width) return `只有 ${String(count)} 个数字，不能确定在哪一列`;
  if (count === width && rows === 1) return '每行一个数字，而相邻的行多出或缺少数字，不能确定这些数字都属于这一行';
  return `每行一个数字，连续 ${String(count)} 个，不能确定属于哪几行`;
}
