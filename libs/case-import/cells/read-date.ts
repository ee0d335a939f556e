import { localDateSchema, type LocalDate } from '#kernel';
import type { Cell } from '../sheet.js';
import { plain } from './plain.js';

/** Ways to write a day that a mapping may admit, each by an example of it. `serial`: a bare number of days, as spreadsheets count. */
export const DATE_STYLES = ['2023-1-5', '2023/1/5', '2023.1.5', '2023年1月5日', '20230105', 'serial'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** Admitted unless the mapping says otherwise: everything that can be read in one way only. */
export const USUAL_DATE_STYLES: readonly DateStyle[] = ['2023-1-5', '2023/1/5', '2023.1.5', '2023年1月5日', '20230105'];

const PATTERNS: Readonly<Record<Exclude<DateStyle, 'serial'>, RegExp>> = {
  '2023-1-5': /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  '2023/1/5': /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  '2023.1.5': /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  '2023年1月5日': /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  '20230105': /^(\d{4})(\d{2})(\d{2})$/,
};

/** A time of day behind a date, as databases write it; it does not change the day. Digits only after a full date. */
const TIME = /(?<=\d{4}[-/]\d{1,2}[-/]\d{1,2})[\sT]+\d{1,2}:\d{2}(:\d{2})?$/u;

/** A day, or in Chinese why the cell holds none. Never guesses: a note in the cell, a year of two digits, a missing part are faults. */
export type DateReading = { readonly day: LocalDate } | { readonly fault: string };

/** Reads the day of a cell that is not blank. */
export function readDate(cell: Exclude<Cell, { kind: 'blank' }>, styles: readonly DateStyle[]): DateReading {
  if (cell.kind === 'fault') return { fault: cell.fault };
  if (cell.kind === 'number' && cell.dated) {
    return cell.day === null ? { fault: '单元格为日期格式，但数值不是有效日期' } : { day: cell.day };
  }
  const text = plain(cell.text.normalize('NFKC').trim().replace(TIME, ''));
  for (const style of styles) {
    const match = style === 'serial' ? null : PATTERNS[style].exec(text);
    if (match !== null) return dayOf(match[1]!, match[2]!, match[3]!);
  }
  if (cell.kind === 'number' && cell.day !== null && styles.includes('serial')) return { day: cell.day };
  return { fault: faultOf(text, cell.kind === 'number', styles) };
}

function dayOf(year: string, month: string, day: string): DateReading {
  const parsed = localDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return parsed.success ? { day: parsed.data } : { fault: '没有这一天' };
}

function faultOf(text: string, numeric: boolean, styles: readonly DateStyle[]): string {
  const admitted = `对照文件认可的写法：${styles.join('、')}`;
  if (Object.values(PATTERNS).some((pattern) => pattern.test(text))) return `这一日期写法未经认可；${admitted}`;
  if (numeric) return '是数字而不是日期；如确为电子表格的日期序号，请在对照文件 dates 中写明 serial';
  if (/^\D*\d{4}\D\d{1,2}\D\d{1,2}/.test(text)) return '日期之外还有其他文字；不作猜测，请只保留日期';
  if (/^\d{2}\D\d{1,2}\D\d{1,2}/.test(text)) return '年份须为四位';
  return `不是日期；${admitted}`;
}
