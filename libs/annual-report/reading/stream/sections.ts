import { TABLE3_COLUMNS } from '#statistics';
import { isFigure } from '../figures/cell-text.js';
import { hanOf } from '../text/fold.js';
import { distance } from '../text/distance.js';
import { rowInFull, rowOf } from '../text/labels.js';
import { TABLE3_LABELS } from '../tables/table3-labels.js';
import type { Item } from './item.js';

/** Number of a section of the form; 0: before the first. */
export type Section = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Titles of sections without their numbers, which are often shifted, and as often seen otherwise. */
const TITLES: readonly (readonly [Section, string])[] = [
  [1, '总体情况'],
  [1, '工作总体情况'],
  [2, '主动公开政府信息情况'],
  [3, '收到和处理政府信息公开申请情况'],
  [4, '政府信息公开行政复议行政诉讼情况'],
  [4, '因政府信息公开工作被申请行政复议提起行政诉讼情况'],
  [5, '存在的主要问题及改进情况'],
  [5, '政府信息公开工作存在的主要问题及改进情况'],
  [5, '存在问题及改进情况'],
  [6, '其他需要报告的事项'],
];

/** A fifth of the characters of a title may differ. */
const MOST_DIFFERENT = 5;

/** An item and the section it stands in. */
export interface Placed {
  readonly item: Item;
  readonly section: Section;
}

/**
 * Says of each item in which section it stands: by titles, by heads that only one table has, and, where the text begins in the middle of
 * table 3, by a whole row of it.
 */
export function inSections(items: readonly Item[]): readonly Placed[] {
  let section: Section = 0;
  return items.map((item) => {
    section = titleOf(item.text) ?? headOf(item) ?? (section < 2 && isRowOfTable3(item) ? 3 : section);
    return { item, section };
  });
}

/** A count: a line that holds one tells of cases, and is a sentence, broken perhaps, that only reads like a title. */
const COUNTED = /\p{Nd}\s*[件宗起例]/u;

/** The section that a line is the title of; `null` for any other line. `（一）` and the like number parts, not sections. */
export function titleOf(line: string): Section | null {
  if (/^\s*[（(㈠-㈩]/.test(line) || COUNTED.test(line)) return null;
  const han = hanOf(line.replace(/^[\s#*]*(?:表\s*[一二三四1-4]\s*[:：、.]?)?/, '')).replace(
    /^[一二三四五六七八九十]/,
    '',
  );
  const near = TITLES.find(([, title]) => {
    const most = Math.floor(title.length / MOST_DIFFERENT);
    return Math.abs(han.length - title.length) <= most && distance(han, title) <= most;
  });
  return near?.[0] ?? null;
}

/** A label of table 3 in full, and a figure for each of its columns. */
function isRowOfTable3(item: Item): boolean {
  if (item.kind === 'words') return false;
  const texts = item.kind === 'row' ? item.table.row(item.row).map(({ text }) => text) : [item.text, ...item.cells];
  const figures = texts.filter(isFigure).length;
  const words = texts.filter((text) => !isFigure(text)).join('');
  return figures === TABLE3_COLUMNS.length && rowInFull(words, TABLE3_LABELS, 'line') !== null;
}

function headOf(item: Item): Section | null {
  if (/[。；，]\s*$|[。；]/.test(item.text) && item.kind !== 'row') return null;
  const han = hanOf(item.text);
  if (/^第二十条第.?项|信息内容本年|^信息内容$/.test(han)) return 2;
  if (
    /勾稽关系|钩稽关系|申请人情况/.test(han) ||
    (/收政府|本年/.test(han) && rowOf(item.text, TABLE3_LABELS, 'line') === 'new')
  )
    return 3;
  if (/^(行政复议行政诉讼|未经复议直接起诉|复议后起诉)/.test(han)) return 4;
  return null;
}
