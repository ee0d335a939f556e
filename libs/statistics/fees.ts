import type { Counter, FeeItem } from './counters.js';

/** 信息处理费 of a year by the events of cases (DR 1.8): what 六、其他需要报告的事项 states. Amounts in whole fen. */
export interface FeeFigures {
  /** Fee notices issued in the year. */
  readonly notices: number;
  /** What they asked for in all. */
  readonly noticedFen: number;
  /** What was paid in the year. */
  readonly paidFen: number;
  /** Cases that ended in the year because nobody paid. */
  readonly lapsed: number;
}

/** The fees of `year` of some agencies together, from counters of any years. */
export function feesOf(counters: Iterable<Counter>, agencies: readonly string[], year: number): FeeFigures {
  const wanted = new Set(agencies);
  const sums = new Map<string, number>();
  for (const { agency, year: of, item, value } of counters) {
    if (of === year && wanted.has(agency)) sums.set(item, (sums.get(item) ?? 0) + value);
  }
  const sum = (item: FeeItem) => sums.get(`fee:${item}`) ?? 0;
  return { notices: sum('notices'), noticedFen: sum('noticedFen'), paidFen: sum('paidFen'), lapsed: sum('lapsed') };
}
