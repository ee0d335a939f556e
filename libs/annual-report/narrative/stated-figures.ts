import type { SectionOne, TableScope } from '#agency';
import { publishedKey, type NarrativeFigure, type NarrativeKey, type ReportFigures } from '#statistics';
import type { ReportText } from '../report/annual-report.js';
import { statedIn, withoutParts } from '../reading/narrative/stated-in.js';
import { foldWidth } from '../reading/text/fold.js';
import { isAboutAnother } from './about-another.js';
import type { Speaker } from './bodies-named.js';
import { isOfAnotherMatter } from './other-matters.js';
import { PHRASES, type Phrase } from './phrases.js';

/** A phrase to look for, and what it states. */
interface Reading {
  readonly key: NarrativeKey;
  readonly pattern: RegExp;
  /** What a phrase without a number says: there are none. */
  readonly none?: RegExp;
}

/** Without section 一 no label stands for a count. */
const NOTHING: SectionOne = { total: 0, channels: [] };

/** Sentences about another year, or comparing with one, state no figure of this year. */
const OF_ANOTHER_YEAR = /去年|上一年|前一年|同比|[比较]上年/;

const READINGS: readonly Reading[] = Object.entries<Phrase>(PHRASES).map(([key, { before, unit, none }]) => ({
  key: key as NarrativeKey,
  pattern: numberAfter(before, unit),
  ...(none !== undefined && { none: new RegExp(none, 'u') }),
}));

/**
 * The figures that the running text of a report states, whoever wrote the sentence: generated, put in the place of a generated one, or
 * free text. Understood are the words of the generated sentences and all that are read in published reports; others state nothing, nor
 * does what is evidently said of another body, scope or time ({@link isAboutAnother}) or of another matter ({@link isOfAnotherMatter}). The same figure is given as often as it is
 * stated, but once for a sentence that states one value.
 */
export function statedFigures(
  words: ReportText,
  figures: ReportFigures,
  by: Omit<Speaker, 'year'>,
): readonly NarrativeFigure[] {
  const published = figures.published ?? NOTHING;
  const readings = [...READINGS, ...readingsOfChannels(published)];
  const isJudged = judging({ ...by, year: figures.year }, published);
  const parts = words.sections.flatMap((section) => section.parts);
  const paragraphs = [...words.preamble, ...parts.flatMap((part) => part.paragraphs)];
  return paragraphs
    .flatMap(({ text }) => sentencesOf(text))
    .flatMap((sentence) =>
      withoutRepeats([
        ...(isAbout(sentence, figures.year) ? readings.flatMap((reading) => read(reading, sentence, isJudged)) : []),
        ...readAsPublished(sentence, figures, by.scope, isJudged),
      ]),
    );
}

/** Whether what the words at a place of a sentence state is to be judged by the tables. */
type IsJudged = (plain: string, index: number, words: string) => boolean;

/** Labels of channels may be names of bodies, and are no subjects: they are covered before anybody is looked for. */
function judging(speaker: Speaker, { channels }: SectionOne): IsJudged {
  const labels = channels.flatMap(({ channel, categories }) => [
    channel,
    ...categories.flatMap(({ category }) => category ?? []),
  ]);
  const longest = labels.map(plainDigits).sort((a, b) => b.length - a.length);
  const covered = (plain: string) =>
    longest.reduce((text, label) => text.replaceAll(label, '＊'.repeat(label.length)), plain);
  return (plain, index, words) => {
    const text = covered(plain);
    return !isAboutAnother(text, index, speaker) && !isOfAnotherMatter(text, index, words);
  };
}

/** What a reader of published reports finds in the sentence. 受理 is left out where it may mean two things. */
function readAsPublished(
  sentence: string,
  { table3, year }: ReportFigures,
  scope: TableScope,
  isJudged: IsJudged,
): readonly NarrativeFigure[] {
  const plain = foldWidth(sentence).replace(/\s/gu, '');
  return statedIn(plain, table3, year, (index, words) => isJudged(plain, index, words)).flatMap(({ key, value }) =>
    key === 'accepted' ? [] : [{ key: keyIn(scope, key, plain), value, sentence }],
  );
}

/** What is 本级 to a reader of any report is all of the tables of a level. */
function keyIn(scope: TableScope, key: NarrativeKey, plain: string): NarrativeKey {
  if (scope !== 'level' || !plain.includes('本级')) return key;
  return key === 'ownLevelNew' ? 'new' : key === 'ownLevelCarriedOut' ? 'carriedOut' : key;
}

function withoutRepeats(figures: readonly NarrativeFigure[]): readonly NarrativeFigure[] {
  return figures.filter(
    ({ key, value }, at) => figures.findIndex((one) => one.key === key && one.value === value) === at,
  );
}

function read({ key, pattern, none }: Reading, sentence: string, isJudged: IsJudged): readonly NarrativeFigure[] {
  const plain = plainDigits(sentence);
  const meant = (matches: readonly RegExpExecArray[]) =>
    matches.filter(({ 0: words, index }) => isJudged(plain, index, words));
  const stated = [...plain.matchAll(pattern)];
  const numbers = withoutParts(plain, meant(stated)).map((match) => valueOf(match));
  const zero = stated.length === 0 ? none?.exec(plain) : null;
  const zeros = zero ? meant([zero]).map(() => 0) : [];
  return [...numbers, ...zeros].map((value) => ({ key, value, sentence }));
}

function valueOf(match: RegExpMatchArray): number {
  const { whole = '', fen } = match.groups ?? {};
  if (match.groups?.['unit'] !== '元') return Number(whole);
  return Number(whole) * 100 + Number((fen ?? '').padEnd(2, '0'));
}

/** Labels of channels and categories that stand for one count only. */
function readingsOfChannels({ channels }: SectionOne): readonly Reading[] {
  const labels = channels.flatMap(({ channel, categories }) => [
    { label: channel, key: publishedKey(channel) },
    ...categories.flatMap(({ category }) =>
      category === null ? [] : [{ label: category, key: publishedKey(channel, category) }],
    ),
  ]);
  const isOwn = (label: string) => labels.filter((one) => one.label.endsWith(label)).length === 1;
  return labels
    .filter(({ label }) => isOwn(label))
    .map(({ label, key }) => ({ key, pattern: numberAfter(plainDigits(label), '条') }));
}

function numberAfter(before: string, unit: Phrase['unit']): RegExp {
  return new RegExp(`${escaped(before)}(?<whole>\\d{1,12})(?:\\.(?<fen>\\d{1,2}))?(?<unit>${unit})`, 'gu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。！？])/u).filter((sentence) => sentence.trim() !== '');
}

function isAbout(sentence: string, year: number): boolean {
  const years = [...plainDigits(sentence).matchAll(/(\d{4})年/gu)].map(([, digits]) => Number(digits));
  return years.every((one) => one === year) && !OF_ANOTHER_YEAR.test(sentence);
}

/** Full-width digits as plain ones; blanks, and separators of thousands, left out. */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, '')
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '');
}
