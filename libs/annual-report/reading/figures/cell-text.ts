import { foldWidth } from '../text/fold.js';

/** What a cell says. */
export type CellReading = ReadFigure | UnreadableText;

/** A figure, or a blank (`null`), with what else stands in the cell. */
export interface ReadFigure {
  readonly value: number | null;
  /** The text of the cell where it is more than the figure; `null` otherwise. */
  readonly remark: string | null;
}

/** A text that is no figure. */
export interface UnreadableText {
  readonly unreadable: string;
}

/** Signs printed for zero. */
export const ZERO_SIGNS = String.raw`[/\\—–―─\-]+|无|零`;

const UNITS = '件|条|个|项|宗|份|部|次|万元';

/** A number with its unit and a remark in brackets. */
const NUMBER = new RegExp(String.raw`^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:${UNITS})?\s*(\(.*\))?$`);

/** Up or down on last year, as the 2019 form has it in 本年增/减: `+1`, `-3`, `减4`, `增加2`. */
const CHANGE = /^(增加?|新增|减少?|上升|下降|↑|↓)\s*(\d+)\s*(?:件|个|项)?$/;

/** More digits than a number holds exactly are no figure of a report. */
const MOST_DIGITS = 15;

/** Reads the text of a cell: thousands with commas, units, remarks, signs for zero, full-width digits. A blank is `null`, never 0. */
export function readCell(text: string): CellReading {
  const plain = foldWidth(text).trim();
  if (plain === '') return { value: null, remark: null };
  if (new RegExp(`^(?:${ZERO_SIGNS})$`).test(plain)) return { value: 0, remark: text.trim() };
  const [, sign = '', digits = '', remark] = NUMBER.exec(plain) ?? [];
  const value = numberOf(digits);
  if (value === null) return { unreadable: text };
  return { value: sign === '-' && value !== 0 ? -value : value, remark: remark === undefined ? null : text.trim() };
}

/** The same for a cell of 本年增/减. */
export function readChange(text: string): CellReading {
  const plain = foldWidth(text).trim();
  if (/^(持平|不变|无变化)$/.test(plain)) return { value: 0, remark: text.trim() };
  const [, word, digits = ''] = CHANGE.exec(plain) ?? [];
  const value = numberOf(digits);
  if (word === undefined || value === null) return readCell(text);
  return { value: /^[减下↓]/.test(word) && value !== 0 ? -value : value, remark: text.trim() };
}

/** Whether a cell holds a figure: a number, or a sign for zero. */
export function isFigure(text: string): boolean {
  const reading = readCell(text);
  return 'value' in reading && reading.value !== null;
}

/** Whether a cell holds what any cell of a table may: a figure, a change on last year, an amount in its own unit. */
export function isValue(text: string): boolean {
  const change = readChange(text);
  return ('value' in change && change.value !== null) || AMOUNT.test(foldWidth(text).trim());
}

/** An amount of 政府集中采购, whose unit is of the report's own choice. */
const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*(?:百|千|万|百万|亿)?元$/;

/** The number that digits stand for; `null` for none, for one with needless zeros before it, and for one that would not be exact. */
function numberOf(digits: string): number | null {
  const plain = digits.replaceAll(',', '');
  if (!/^(0|[1-9]\d*)(\.\d+)?$/.test(plain) || plain.replace('.', '').length > MOST_DIGITS) return null;
  return Number(plain);
}
