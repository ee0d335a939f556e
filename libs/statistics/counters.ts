import type { ApplicantKind, RemedyKind, RemedyResult, ResultRow2021 } from '#casework';
import type { CaseCount, FeeCount, RemedyCount } from './contribution.js';

/** What is counted of fees: notices, their amounts, what was paid (both in fen), cases that lapsed unpaid. */
export type FeeItem = 'notices' | 'noticedFen' | 'paidFen' | 'lapsed';

/** What a counter counts: cases received, cases ended in a row, matters filed, matters concluded with a result, fees. */
export type CounterItem =
  'new' | ResultRow2021 | `filed:${RemedyKind}` | `concluded:${RemedyKind}:${RemedyResult}` | `fee:${FeeItem}`;

/**
 * One additive integer. Counters of all years up to Y give every table of Y (tables.ts), so that a table is read in time
 * proportional to rows times years, whatever the number of cases. Matters and fees have no applicant column: theirs is `all`.
 */
export interface Counter {
  readonly agency: string;
  readonly year: number;
  readonly item: CounterItem;
  readonly column: ApplicantKind | 'all';
  /** A difference may be negative; a sum over whole cases never is. */
  readonly value: number;
}

/** The counters that a case adds to, each by one but amounts. None for `null`. */
export function countersOf(count: CaseCount | null): readonly Counter[] {
  if (count === null) return [];
  const { agency, applicantKind: column } = count;
  const counters: Counter[] = [];
  if (count.receivedYear !== null) counters.push({ agency, year: count.receivedYear, item: 'new', column, value: 1 });
  if (count.closedYear !== null && count.row !== null) {
    counters.push({ agency, year: count.closedYear, item: count.row, column, value: 1 });
  }
  return [
    ...counters,
    ...feeCounters(agency, count.fee),
    ...count.remedies.flatMap((one) => remedyCounters(agency, one)),
  ];
}

function feeCounters(agency: string, fee: FeeCount | null): readonly Counter[] {
  if (fee === null) return [];
  const { noticedYear, noticedFen, paidYear, paidFen, lapsedYear } = fee;
  const counter = (year: number, item: FeeItem, value: number): Counter => {
    return { agency, year, item: `fee:${item}`, column: 'all', value };
  };
  return [
    counter(noticedYear, 'notices', 1),
    counter(noticedYear, 'noticedFen', noticedFen),
    ...(paidYear === null || paidFen === null ? [] : [counter(paidYear, 'paidFen', paidFen)]),
    ...(lapsedYear === null ? [] : [counter(lapsedYear, 'lapsed', 1)]),
  ];
}

function remedyCounters(agency: string, { counted, kind, ...remedy }: RemedyCount): readonly Counter[] {
  if (!counted) return [];
  const filed: Counter = { agency, year: remedy.filedYear, item: `filed:${kind}`, column: 'all', value: 1 };
  if (remedy.concludedYear === null || remedy.result === null) return [filed];
  return [filed, { ...filed, year: remedy.concludedYear, item: `concluded:${kind}:${remedy.result}` }];
}

/** What the counters change by when a case's count goes from `before` to `after`. Empty where nothing that counts changed. */
export function difference(before: CaseCount | null, after: CaseCount | null): readonly Counter[] {
  if (before !== null && after !== null && countsAlike(before, after)) return [];
  const changes = [...countersOf(after), ...countersOf(before).map(negated)];
  return changes.length < 2 ? changes : sumCounters(changes);
}

/** Most entries of a case change no counter: found out without building any. */
function countsAlike(a: CaseCount, b: CaseCount): boolean {
  return (
    a.remedies === b.remedies &&
    a.fee === b.fee &&
    a.receivedYear === b.receivedYear &&
    a.closedYear === b.closedYear &&
    a.row === b.row &&
    a.applicantKind === b.applicantKind &&
    a.agency === b.agency
  );
}

/** Adds counters up by key; keys that come to 0 vanish. The result is in the order of the keys. */
export function sumCounters(counters: Iterable<Counter>): readonly Counter[] {
  const sums = new Map<string, Counter>();
  for (const counter of counters) {
    const key = counterKey(counter);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? counter : { ...sum, value: sum.value + counter.value });
  }
  return [...sums]
    .filter(([, { value }]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, counter]) => counter);
}

/** One text per counter, equal exactly for equal keys. An agency's id holds no `|`. */
export function counterKey({ agency, year, item, column }: Counter): string {
  return `${agency}|${String(year)}|${item}|${column}`;
}

function negated(counter: Counter): Counter {
  return { ...counter, value: -counter.value };
}
