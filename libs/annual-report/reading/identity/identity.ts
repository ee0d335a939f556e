import type { Unread } from '../published-report.js';
import { foldWidth } from '../text/fold.js';
import type { Placed } from '../stream/sections.js';
import { titlesIn } from './title.js';

/** Whose report it is, and on which year. */
export interface Identity {
  readonly agency: string | null;
  readonly year: number | null;
  readonly unread: readonly Unread[];
}

const PERIOD = /(20\d\d)年0?1月0?1日(?:起|开始)?(?:至|到|[-—－～~]+)(?:(20\d\d)年)?12月31日/g;

/** Reads agency and year from the titles before the first section, and the year from the period, which may stand in section 一. */
export function identityOf(placed: readonly Placed[]): Identity {
  const until = (end: number) => placed.slice(0, end < 0 ? undefined : end).map(({ item }) => item);
  const head = until(placed.findIndex(({ section }) => section > 0));
  const before2 = until(placed.findIndex(({ section }) => section > 1));
  const own = titlesIn(head);
  // A list of contents may come before the title, and look like section 一.
  const all = own.length > 0 ? own : titlesIn(before2).slice(0, 1);
  const periods = new Set(periodsIn(before2.map(({ text }) => text)));
  // A page may list the reports of other years beside its own; the period tells which title is its own.
  const ofPeriod = all.filter(({ year }) => year !== null && periods.size === 1 && periods.has(year));
  const titles = ofPeriod.length > 0 ? ofPeriod : all;
  const years = new Set([...titles.flatMap(({ year }) => year ?? []), ...periods]);
  const agencies = new Set(titles.flatMap(({ agency }) => agency ?? []));
  return {
    agency: agencies.size === 1 ? [...agencies][0]! : null,
    year: years.size === 1 ? [...years][0]! : null,
    unread: [...severally('年份', [...years].map(String), placed), ...severally('机关', [...agencies], placed)],
  };
}

/** The years that the text names from their first day to their last. */
function periodsIn(lines: readonly string[]): readonly number[] {
  const text = foldWidth(lines.join('')).replace(/\s/g, '');
  return [...text.matchAll(PERIOD)].flatMap(([, from, to = from]) => (from === to ? [Number(from)] : []));
}

function severally(what: string, values: readonly string[], placed: readonly Placed[]): readonly Unread[] {
  if (values.length < 2) return [];
  const reason = `标题和报告期写明的${what}不止一个，不能确定是哪一个`;
  const place = placed[0]?.item.place ?? '';
  return [{ table: null, row: null, cell: null, place, text: values.join('、'), reason }];
}
