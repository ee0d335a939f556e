import { foldWidth } from '../text/fold.js';
import type { Item } from '../stream/item.js';

/** What the title of a report says. */
export interface Title {
  /** `null` where it names no agency. */
  readonly agency: string | null;
  /** `null` where it names no year. */
  readonly year: number | null;
}

/** A line longer than this is no title. */
const LONGEST_TITLE = 60;

/** What is left of a title when agency and year are taken away. */
const REPORT = /政府信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?报告/;

/** In a cell such words are a label, or the head of a table. */
const AND_MORE = new RegExp(`${REPORT.source}(?![（(]|$)`);

/** Marks of a sentence, of a reference to another document, of a list. */
const NO_TITLE = /[。；，《》>]|根据|本报告/;

/**
 * All titles of annual reports among some items, also over two lines, also with the agency, and maybe the year, on a line of its own
 * before. A line is one of running text, or a row of a grid that holds one text only, as sheets and tables for layout have the title.
 */
export function titlesIn(items: readonly Item[]): readonly Title[] {
  const lines = items.map(lineOf).filter((line) => line !== '');
  const titles: Title[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const joined = line + (lines[index + 1] ?? '');
    const isWhole = isTitle(line);
    const isSplit = !isWhole && !isTitle(lines[index + 1] ?? '') && isTitle(joined);
    if (!isWhole && !isSplit) continue;
    titles.push(titleOf(isWhole ? line : joined, lines[index - 1] ?? ''));
    if (isSplit) index += 1;
  }
  return titles;
}

/** What may be a line of a title; empty where nothing may. */
function lineOf(item: Item): string {
  if (item.kind === 'figures') return '';
  if (item.kind === 'words') return compact(item.text);
  const line = compact(item.table.onlyText(item.row) ?? '');
  return AND_MORE.test(withoutYear(line)) ? '' : line;
}

function isTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && !NO_TITLE.test(line) && REPORT.test(withoutYear(line));
}

function titleOf(line: string, before: string): Title {
  const agency = withoutYear(line)
    .replace(REPORT, '')
    .replace(/[()（）]/g, '')
    .replace(/^关于|度$/g, '');
  if (agency !== '') return { agency, year: yearIn(line) };
  const alone = agencyAlone(withoutYear(before));
  return { agency: alone, year: yearIn(line) ?? (alone === null ? null : yearIn(before)) };
}

/** A line that is nothing but the name of an agency. */
function agencyAlone(line: string): string | null {
  return /^[\u4e00-\u9fff()（）]{2,30}(?:政府|[局委厅办院会处所站社部署台]|中心|大学|学院|街道|公司|办公室|开发区|管委会)$/.test(
    line,
  )
    ? line
    : null;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

function yearIn(line: string): number | null {
  const digits = /20\d\d/.exec(line)?.[0] ?? chineseYear(line);
  return digits === null ? null : Number(digits);
}

function chineseYear(line: string): string | null {
  const found = /二[〇○零OＯ0][一二三四五六七八九〇○零OＯ0]{2}(?=年)/.exec(line)?.[0];
  if (found === undefined) return null;
  return [...found.replace(/[○零OＯ0]/g, '〇')].map((digit) => String(CHINESE_DIGITS.indexOf(digit))).join('');
}

function withoutYear(line: string): string {
  return line.replace(/[（(]?(?:20\d\d|二[〇○零OＯ0][一二三四五六七八九〇○零OＯ0]{2})年?度?[)）]?/, '');
}

function compact(line: string): string {
  return foldWidth(line).replace(/\s/g, '').replace(/^#+/, '');
}
