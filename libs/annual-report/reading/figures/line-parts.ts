import { foldWidth } from '../text/fold.js';
import { ZERO_SIGNS } from './cell-text.js';

/** A stretch of a line: words, or figures that stand beside each other. */
export type LinePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'figures'; readonly cells: readonly string[] };

/** The number of a section, of a group, of a row: what a label begins with after the figures of the row before it. */
const NUMBERING = String.raw`[(][一二三四五六七八九十][)]|[一二三四五六七八九十]\s*[、.]`;

const REMARK = String.raw`\((?![一二三四五六七八九十\d]\))[^()]*\)`;
const NUMBER = String.raw`[+-]?\d+(?:,\d{3})*(?:\.\d+)?(?: ?(?:件|条|个|项|宗|份|部|次|万元|亿元|元))?(?:${REMARK})?`;
const CHANGE = String.raw`(?:增加?|减少?)\d+`;

/** A number or a sign for zero with a space, the end of the line or the next label after it; signs also with a space before. */
const FIGURE = new RegExp(
  String.raw`(?:(?<![\d.,A-Za-z(+\-/\\])(?:${NUMBER})|(?<![^\s])(?:${CHANGE}|${ZERO_SIGNS}))(?=$|\s|${NUMBERING})(?!\s*[年月日号页位])`,
  'g',
);

/** Words that may follow figures on a line: the next label. Anything else makes the figures part of a sentence. */
const NEXT_LABEL = new RegExp(
  String.raw`^\s*(?:${NUMBERING}|\d+\s*[.、,)]|[①-⑨]|第二十条|信息内容|规章|行政|规范性|其他|政府|结转|（|\()`,
);

const SENTENCE = /[。；？！]/;

/** Tells words from figures on a line. In a sentence there are no figures of a table; page numbers are neither. */
export function partsOf(line: string): readonly LinePart[] {
  const plain = foldWidth(line);
  if (isPageNumber(plain)) return [];
  const text = line.trim() === '' ? [] : [{ kind: 'text', text: line } as const];
  if (SENTENCE.test(plain)) return text;
  const parts: LinePart[] = [];
  let end = 0;
  let run: string[] = [];
  for (const match of plain.matchAll(FIGURE)) {
    if (plain.slice(end, match.index).trim() !== '') {
      if (run.length > 0) parts.push({ kind: 'figures', cells: run });
      parts.push({ kind: 'text', text: line.slice(end, match.index) });
      run = [];
    }
    run.push(line.slice(match.index, match.index + match[0].length));
    end = match.index + match[0].length;
  }
  if (run.length === 0) return text;
  parts.push({ kind: 'figures', cells: run });
  if (plain.slice(end).trim() !== '') parts.push({ kind: 'text', text: line.slice(end) });
  return parts.every((part, index) => part.kind === 'figures' || index === 0 || NEXT_LABEL.test(foldWidth(part.text)))
    ? parts
    : text;
}

/** No report has as many pages. */
const MANY_PAGES = 100;

/** `- 3 -`, `—3—`, `第 3 页 共 8 页`, `3 / 8`: they stand in the middle of a table wherever a page ends. No page comes after the last. */
export function isPageNumber(line: string): boolean {
  const [, page, pages] = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(line) ?? [];
  if (page !== undefined) return Number(page) <= Number(pages) && Number(pages) < MANY_PAGES;
  return /^\s*(?:[-—–―·•]+\s*\d+\s*[-—–―·•]+|第?\s*\d+\s*页.*|第\s*\d+\s*页?\s*[,/，]?\s*共\s*\d+\s*页)\s*$/.test(line);
}
