import type { Figure, Table3 } from '#statistics';
import type { NarrativeFigure, NarrativeKey, Unread } from '../published-report.js';
import type { Placed } from '../stream/sections.js';
import { sentencesOf, type Sentence } from './sentences.js';
import { WORDINGS, type Wording } from './statements.js';

/** What the running text states. */
export interface NarrativeReading {
  readonly figures: readonly NarrativeFigure[];
  readonly unread: readonly Unread[];
}

/** Of another time than the year of the report: nothing of these is a figure of the year. */
const OTHER_TIME = /同比|较上|比上|去年|上年同期|与上年|历年|累计以来|近年/;

/** A general office that speaks for the government at its own level, not for the territory. */
const OWN_LEVEL = /(?:办|办公室)(?:代表|代)|本级/;

/** Reads the figures of the running text. `table3` tells whether 受理 can mean anything but new applications. */
export function narrativeOf(
  placed: readonly Placed[],
  table3: Table3<Figure> | null,
  year: number | null,
): NarrativeReading {
  const stated = sentencesOf(placed).flatMap((sentence) => statedIn(sentence, table3, year));
  const figures: NarrativeFigure[] = [];
  const unread: Unread[] = [];
  for (const [key, same] of Map.groupBy(stated, (one) => one.key)) {
    const [first] = same;
    if (first === undefined) continue;
    const { place, sentence } = first;
    const isOne = new Set(same.map(({ value }) => value)).size === 1;
    if (isOne && key !== 'accepted') figures.push({ key, value: first.value, sentence, place });
    else unread.push({ table: null, row: key, cell: null, place, text: sentence, reason: whyNot(key) });
  }
  return { figures, unread };
}

function whyNot(key: Wording['key']): string {
  return key === 'accepted'
    ? '正文的“受理”可能只指新收，也可能含上年结转，不能确定'
    : '正文多处写明的数字不同，不能确定是哪一个';
}

interface Stated extends Omit<NarrativeFigure, 'key'> {
  readonly key: Wording['key'];
}

function statedIn(sentence: Sentence, table3: Table3<Figure> | null, year: number | null): readonly Stated[] {
  const { plain, text, place } = sentence;
  return WORDINGS.flatMap(({ key, pattern, value }): readonly Stated[] => {
    const found = pattern.exec(plain);
    if (found === null) return [];
    const before = plain.slice(0, found.index);
    const clause = before.slice(before.search(/[^，,。；]*$/));
    if (OTHER_TIME.test(clause + found[0]) || isOtherYear(before, year)) return [];
    if (/其中/.test(clause) && isTotal(key)) return [];
    const number = value ?? Number(found[1]?.replaceAll(',', ''));
    return [{ key: keyOf(key, clause, table3), value: number, sentence: text, place }];
  });
}

/** The last year named before the figure is not that of the report. */
function isOtherYear(before: string, year: number | null): boolean {
  const named = /.*(20\d\d)年/.exec(before)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}

function isTotal(key: Wording['key']): boolean {
  return ['new', 'accepted', 'handled', 'resolved', 'reviews', 'suits'].includes(key);
}

function keyOf(key: Wording['key'], clause: string, table3: Table3<Figure> | null): NarrativeKey | 'accepted' {
  if (OWN_LEVEL.test(clause)) {
    if (key === 'new' || key === 'accepted') return 'ownLevelNew';
    if (key === 'carriedOut') return 'ownLevelCarriedOut';
  }
  if (key !== 'accepted') return key;
  // Nothing was carried in: then new applications are all that can have been accepted.
  return table3?.carriedIn?.at(-1) === 0 ? 'new' : 'accepted';
}
