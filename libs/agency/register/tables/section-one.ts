import type { RegisterCounters } from '../register-counters.js';
import { itemEntries } from '../register-item.js';
import { publicationOf } from '../recording-publications/publication-item.js';

/** The counts of 一、总体情况: items published in a year, in all and per channel. */
export interface SectionOne {
  readonly total: number;
  /** In the order of the characters of the labels. */
  readonly channels: readonly ChannelCount[];
}

/** Items published through one channel. */
export interface ChannelCount {
  readonly channel: string;
  readonly count: number;
  /** The same by category; `null` for items without one. */
  readonly categories: readonly { readonly category: string | null; readonly count: number }[];
}

/** The counts of section 一 from the register of one agency and year. */
export function sectionOneOf({ items }: RegisterCounters): SectionOne {
  const published = [...itemEntries(items)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([item, count]) => {
      const publication = publicationOf(item);
      return publication === null ? [] : [{ ...publication, count }];
    });
  const channels = [...Map.groupBy(published, ({ channel }) => channel)].map(([channel, ofChannel]) => ({
    channel,
    count: sum(ofChannel),
    categories: ofChannel.map(({ category, count }) => ({ category, count })),
  }));
  return { total: sum(published), channels };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
