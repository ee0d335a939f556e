import type { Slot } from './slot.js';

/** Which figures belong to which row, and what belongs to none for certain. */
export interface Assignment<Id extends string> {
  readonly rows: ReadonlyMap<Id, Slot<Id>>;
  readonly loose: readonly Loose<Id>[];
}

/** Figures that could belong to more than one row, or to none. */
export interface Loose<Id extends string> {
  readonly slot: Slot<Id>;
  readonly reason: string;
}

/**
 * Gives figures to rows. Those with a label of their own keep it. Between two such, figures without one are given out in the order of
 * the form if there are exactly as many as rows are missing there, each fit for its row; otherwise they stay loose. A row that is labelled twice with
 * different figures is left to nobody.
 */
export function assign<Id extends string>(
  order: readonly Id[],
  slots: readonly Slot<Id>[],
  fits: (row: Id, slot: Slot<Id>) => boolean = () => true,
): Assignment<Id> {
  const named = Map.groupBy(
    slots.filter(({ row }) => row !== null),
    ({ row }) => row!,
  );
  const rows = new Map<Id, Slot<Id>>();
  const loose: Loose<Id>[] = [];
  for (const [row, same] of named) {
    if (new Set(same.map(({ cells, text }) => JSON.stringify(cells ?? text))).size === 1) rows.set(row, same[0]!);
    else loose.push(...same.map((slot) => ({ slot, reason: '同一行出现多次，数字不同' })));
  }
  for (const gap of gapsOf(order, slots)) {
    const missing = gap.between.filter((row) => !named.has(row));
    const isWhole =
      missing.length === gap.between.length &&
      gap.slots.length === missing.length &&
      gap.slots.every((slot, index) => fits(missing[index]!, slot));
    gap.slots.forEach((slot, index) => {
      if (isWhole) rows.set(missing[index]!, slot);
      else loose.push({ slot, reason: whyLoose(missing.length, gap.slots.length) });
    });
  }
  return { rows, loose };
}

interface Gap<Id extends string> {
  /** Rows of the form between the labelled figures before and after. */
  readonly between: readonly Id[];
  /** Figures without a label there. */
  readonly slots: readonly Slot<Id>[];
}

function gapsOf<Id extends string>(order: readonly Id[], slots: readonly Slot<Id>[]): readonly Gap<Id>[] {
  const gaps: Gap<Id>[] = [];
  let from = 0;
  let open: Slot<Id>[] = [];
  const close = (to: number) => {
    if (open.length > 0) gaps.push({ between: from <= to ? order.slice(from, to) : [], slots: open });
    open = [];
  };
  for (const slot of slots) {
    if (slot.row === null) {
      open.push(slot);
      continue;
    }
    const at = order.indexOf(slot.row);
    close(at);
    from = at + 1;
  }
  close(order.length);
  return gaps;
}

function whyLoose(rows: number, figures: number): string {
  if (rows === figures) return '无法确定属于哪一行：旁边的文字与此处缺的行对不上';
  return `无法确定属于哪一行：此处有 ${String(figures)} 组数字，而表中缺 ${String(rows)} 行`;
}
