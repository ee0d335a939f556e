import type { Figure, Table3 } from '#statistics';
import type { NarrativeKey } from '../published-report.js';
import { WORDINGS, type Wording } from './statements.js';

/** What a sentence states. `accepted`: 受理, which may or may not take in what was carried in. */
export interface Statement {
  readonly key: NarrativeKey | 'accepted';
  readonly value: number;
}

/** Of another time than the year of the report: nothing of these is a figure of the year. */
const OTHER_TIME = /同比|较上|比上|去年|前年|前一年|上一年(?!度?结转)|上年同期|与上年|历年|累计以来|近年/;

/** Where a clause begins with a time, or names a year: what follows is of that time. */
const TIMES = /(?<year>20\d\d)年|(?<=^|[，,。；;])(?:今年|本年|(?<before>去年|前年|前一年|上一?年(?!度?结转)))/g;

/** A general office that speaks for the government at its own level, not for the territory. */
const OWN_LEVEL = /(?:办|办公室)(?:代表|代)|本级/;

/** Behind a figure of applications received: those carried in are among them. */
const WITH_CARRIED_IN =
  /^[，,(]*(?:其中|含|包括|包含)(?:有)?(?:\d+件)?(?:为|是|系)?(?:上一?年(?:度)?|20\d\d年(?:度)?)结转/;

/**
 * The figures that a sentence, in half width and without spaces, states of a year; the same one as often as it is stated. `table3` tells
 * whether 受理 can mean anything but new applications; `isMeant`, whether what the words at a place state is of whom and of what the tables are.
 */
export function statedIn(
  plain: string,
  table3: Table3<Figure> | null,
  year: number | null,
  isMeant: (index: number, words: string) => boolean = () => true,
): readonly Statement[] {
  return WORDINGS.flatMap((wording): readonly Statement[] => {
    const ofYear = [...plain.matchAll(wording.pattern)].filter(
      ({ 0: words, index }) => !OTHER_TIME.test(clauseBefore(plain, index) + words) && !isOtherYear(plain, index, year),
    );
    const meant = ofYear.filter(({ 0: words, index }) => isMeant(index, words));
    const [first] = meant;
    if (first === undefined || (first === ofYear[0] && isPart(wording, plain, first.index))) return [];
    return withoutParts(plain, meant).flatMap((match) => {
      const clause = clauseBefore(plain, match.index);
      if (wording.key === 'new' && isOfOthers(plain.slice(0, match.index), clause)) return [];
      const isWithCarriedIn = WITH_CARRIED_IN.test(plain.slice(match.index + match[0].length));
      return [{ key: keyOf(wording.key, clause, table3, isWithCarriedIn), value: valueOf(wording, match) }];
    });
  });
}

/** Without what follows 其中 after the first of them: those are parts of it. */
export function withoutParts(plain: string, matches: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const [first] = matches;
  return matches.filter(({ index }) => !plain.slice(first?.index, index).includes('其中'));
}

/** Behind a figure of the government itself, one that does not say to be of all. */
function isOfOthers(before: string, clause: string): boolean {
  return OWN_LEVEL.test(before) && !OWN_LEVEL.test(clause) && !/[全共总]|合计/.test(clause);
}

function clauseBefore(plain: string, index: number): string {
  return /[^，,。；;]*$/.exec(plain.slice(0, index))?.[0] ?? '';
}

/** The last time named before the figure is not the year of the report. */
function isOtherYear(plain: string, index: number, year: number | null): boolean {
  const named = [...plain.slice(0, index).matchAll(TIMES)].at(-1)?.groups;
  if (named?.['before'] !== undefined) return true;
  return named?.['year'] !== undefined && year !== null && Number(named['year']) !== year;
}

function valueOf({ value, unit }: Wording, match: RegExpMatchArray): number {
  if (value !== undefined) return value;
  const [whole = '', fen = ''] = (match[1] ?? '').replaceAll(',', '').split('.');
  return unit === 'fen' ? Number(whole) * 100 + Number(fen.padEnd(2, '0')) : Number(whole);
}

/** A total behind 其中 is part of something that is not read. */
function isPart({ key }: Wording, plain: string, index: number): boolean {
  return isTotal(key) && clauseBefore(plain, index).includes('其中');
}

function isTotal(key: Wording['key']): boolean {
  return ['new', 'accepted', 'handled', 'resolved', 'reviews', 'suits'].includes(key);
}

function keyOf(
  key: Wording['key'],
  clause: string,
  table3: Table3<Figure> | null,
  isWithCarriedIn: boolean,
): Wording['key'] {
  if (OWN_LEVEL.test(clause)) {
    if (key === 'new' || key === 'accepted') return 'ownLevelNew';
    if (key === 'carriedOut') return 'ownLevelCarriedOut';
  }
  if (isWithCarriedIn && (key === 'new' || key === 'accepted')) return 'handled';
  if (key !== 'accepted') return key;
  // Nothing was carried in: then new applications are all that can have been accepted.
  return table3?.carriedIn?.at(-1) === 0 ? 'new' : 'accepted';
}
