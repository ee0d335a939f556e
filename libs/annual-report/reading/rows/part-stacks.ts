import type { Slot } from './slot.js';

/**
 * Makes rows of figures that stand one a line. Such text has no trace of a blank cell, and the label of a row may stand elsewhere, so that
 * seven figures after a label are not yet its row: what tells is that from one label to the next there are exactly as many figures as
 * the rows of the form up to there have cells. Then all of them are full, whatever their labels. Figures of other counts are left to nobody.
 * Slots that are not of this kind are passed on as they are.
 */
export function partStacks<Id extends string>(
  order: readonly Id[],
  slots: readonly Slot<Id>[],
  width: number,
): readonly Slot<Id>[] {
  const stretches = stretchesOf(order, slots);
  const alone = stretches.filter(({ slots: [one, ...more], rows }) => {
    return one?.lines !== undefined && one.cells?.length === width && more.length === 0 && rows.length === 1;
  });
  // A table copied column by column has the same counts. Rows that stand alone show that this one was copied row by row.
  const isByRow = alone.length * 2 >= order.length;
  return stretches.flatMap((stretch) => partStretch(stretch, width, isByRow));
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

function partStretch<Id extends string>(
  { slots, rows }: Stretch<Id>,
  width: number,
  isByRow: boolean,
): readonly Slot<Id>[] {
  const [first] = slots;
  // A row on one line is certain; what follows it is looked at alone.
  if (first?.row != null && first.lines === undefined) {
    return [first, ...partRows(slots.slice(1), rows.slice(1), width, isByRow)];
  }
  return partRows(slots, rows, width, isByRow);
}

function partRows<Id extends string>(
  slots: readonly Slot<Id>[],
  rows: readonly Id[],
  width: number,
  isByRow: boolean,
): readonly Slot<Id>[] {
  const counts = slots.map(({ cells }) => cells?.length ?? 0);
  const isFull = counts.reduce((sum, count) => sum + count, 0) === width * rows.length;
  const isOwn = rows.length === 1 && slots[0]?.row != null;
  return slots.flatMap((slot, index) => {
    const count = counts[index]!;
    if (slot.lines === undefined || ((isFull || (isOwn && index === 0)) && count === width)) return [slot];
    if (isFull && count % width === 0 && isByRow && isEven(slot.lines)) return rowsOfStack(slot, width);
    return [{ ...slot, cells: null, reason: whyNot(count, width, rows.length) }];
  });
}

/** The rows of a stack; its label is that of the first. */
function rowsOfStack<Id extends string>(slot: Slot<Id>, width: number): readonly Slot<Id>[] {
  const cells = slot.cells ?? [];
  return Array.from({ length: cells.length / width }, (_, index) => {
    const own = cells.slice(index * width, (index + 1) * width);
    return { ...slot, row: index === 0 ? slot.row : null, cells: own, text: own.join(' ') };
  });
}

/** As many lines between any two figures: no column of figures was set into the text as a paragraph of its own. */
function isEven(lines: readonly number[]): boolean {
  const steps = lines.slice(1).map((line, index) => line - lines[index]!);
  return new Set(steps).size <= 1;
}

function whyNot(count: number, width: number, rows: number): string {
  if (count < width) return `只有 ${String(count)} 个数字，不能确定在哪一列`;
  if (count === width && rows > 1) return '下一行的名称不在其后，不能确定这些数字都属于这一行';
  return `每行一个数字，连续 ${String(count)} 个，不能确定属于哪几行`;
}
