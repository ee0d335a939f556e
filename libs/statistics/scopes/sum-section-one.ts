import type { SectionOne } from '#agency';

/** Section 一 of several members: what is known, and who did not say. */
export interface SummedSectionOne {
  readonly known: SectionOne;
  readonly unknown: readonly string[];
}

/** Adds section 一 up by channel and category, in the order of the characters of their labels. */
export function sumSectionOne(
  parts: readonly { readonly agency: string; readonly published: SectionOne | null }[],
): SummedSectionOne {
  const items = parts.flatMap(({ published }) => (published?.channels ?? []).flatMap(itemsOf));
  const channels = [...Map.groupBy(items, ({ channel }) => channel)].sort(byKey).map(([channel, ofChannel]) => ({
    channel,
    count: total(ofChannel),
    categories: [...Map.groupBy(ofChannel, ({ category }) => category)]
      .sort(([a], [b]) => byKey([a ?? ''], [b ?? '']))
      .map(([category, ofCategory]) => ({ category, count: total(ofCategory) })),
  }));
  return {
    known: { total: total(items), channels },
    unknown: parts.filter(({ published }) => published === null).map(({ agency }) => agency),
  };
}

function itemsOf({ channel, categories }: SectionOne['channels'][number]) {
  return categories.map(({ category, count }) => ({ channel, category, count }));
}

function byKey([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : Number(a > b);
}

function total(items: readonly { readonly count: number }[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}
