import { TABLE3_GROUP_LABELS, TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import type { Piece, TextLine } from '../document.js';
import type { Choices } from './choices.js';
import type { RenderedReport } from './random-report.js';
import type { Style } from './style.js';

/** What a layout may do to a document. */
export interface Hostility {
  /** Rows left out, added, doubled; the end cut off. */
  readonly damages: boolean;
  /** Numbers of pages alone on a line. */
  readonly bareNumbers: boolean;
}

export const HEADS3 = [
  '申请人情况',
  '自然人',
  '法人或其他组织',
  '总计',
  '商业企业 科研机构',
  '社会公益',
  '组织',
  '法律服务',
  '机构',
  '其他',
];
export const TITLE3 = [
  '三、收到和处理政府信息公开申请情况',
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
];

/** Table 3 as the text layer of a PDF gives it: labels broken over lines, figures on any of them, above, between or below. */
export function pdfText(
  report: RenderedReport,
  style: Style,
  choices: Choices,
  hostility: Hostility,
): readonly string[] {
  const lines: string[] = [];
  // A line too many without a label and a line too few between the same two labels are beyond anybody's telling.
  const damage = hostility.damages ? choices.of(['adds', 'removes'] as const) : 'none';
  const rows = [...report.table3];
  const end = damage === 'removes' && choices.once(4) ? choices.below(rows.length) : rows.length;
  const vertical = choices.once(2) ? [...'三、本年度办理结果'] : [];
  let group = '';
  for (const [index, [row, values]] of rows.slice(0, end).entries()) {
    const prefix = groupOf(row, report);
    const isNew = prefix !== group && prefix !== '';
    group = prefix;
    if (row === 'granted' && vertical.length === 0)
      lines.push(...choices.cut('三、本年度办理结果', 1 + choices.below(2)));
    const figures = values
      .map((value) => style.figure(value))
      .filter((text) => text !== '')
      .join(choices.of([' ', '  ']));
    const label = style.label(TABLE3_ROW_LABELS[row]);
    const pieces = [...cutLabel(label, choices)];
    if (isNew && choices.once(3)) pieces[0] = prefix + choices.of(['', ' ']) + pieces[0]!;
    else if (isNew) lines.push(...choices.cut(prefix, 1 + choices.below(2)));
    const place = choices.below(pieces.length);
    const where =
      pieces.length === 1
        ? choices.of(['same', 'same', 'same', 'above', 'below'] as const)
        : choices.of(['same', 'above', 'below'] as const);
    const mark = index > 2 && choices.once(4) ? (vertical.shift() ?? '') : '';
    pieces.forEach((piece, at) => {
      const text = mark !== '' && at === place ? `${mark} ${piece}` : piece;
      if (at !== place) lines.push(text);
      else if (where === 'same') lines.push(`${text} ${figures}`);
      else lines.push(...(where === 'above' ? [figures, text] : [text, figures]));
    });
    if (vertical.length > 0 && choices.once(6)) lines.push(vertical.shift()!);
    if (choices.once(9)) lines.push('- 3 -', '');
    if (hostility.bareNumbers && choices.once(12)) lines.push('7');
    if (damage === 'adds' && choices.once(15)) lines.push(`${choices.of(['9.其他情形', prefix, ''])} 1 2 3 4 5 6 7`);
    if (damage === 'removes' && choices.once(25)) lines.splice(choices.below(lines.length), 1);
  }
  return [...TITLE3, ...HEADS3, ...lines];
}

/** A label in up to three pieces; its number stays with what follows it. */
export function cutLabel(label: string, choices: Choices): readonly string[] {
  const [number = ''] = /^(?:\d[.．、]|[(（〔].[)）〕]|.、)/.exec(label) ?? [];
  const [first = '', ...rest] = choices.cut(label.slice(number.length), 1 + choices.below(label.length > 8 ? 3 : 1));
  return [number + first, ...rest];
}

/** Table 3 copied cell by cell: every cell on a line of its own. Blanks vanish. */
export function cellByCell(report: RenderedReport, style: Style, choices: Choices): readonly string[] {
  const hasEmptyLines = choices.once(2);
  let group = '';
  const lines = [...report.table3].flatMap(([row, values]) => {
    const prefix = groupOf(row, report);
    const groupLines = prefix !== group && prefix !== '' ? [prefix] : [];
    group = prefix;
    const result = row === 'granted' ? ['三、本年度办理结果'] : [];
    return [
      ...result,
      ...groupLines,
      style.label(TABLE3_ROW_LABELS[row]),
      ...values.map((value) => style.figure(value)),
    ];
  });
  return [...TITLE3, ...HEADS3, ...lines].flatMap((line) => (hasEmptyLines ? [line, ''] : [line]));
}

/** Table 3 without any line breaks. */
export function oneLine(report: RenderedReport, style: Style): readonly string[] {
  const cells = [...report.table3].flatMap(([row, values]) => [
    style.label(TABLE3_ROW_LABELS[row]),
    ...values.map((value) => style.figure(value)),
  ]);
  return [[...TITLE3, ...HEADS3, ...cells].join(' ')];
}

/** The label of the group that stands before a row. */
export function groupOf(row: Table3Row, report: RenderedReport): string {
  if (row === 'other.all' || !row.includes('.')) return '';
  const group = row.split('.')[0] as keyof typeof TABLE3_GROUP_LABELS;
  return report.variant === '2021' || group !== 'other' ? TABLE3_GROUP_LABELS[group] : '';
}

/** Table 4 in text: one line, three lines, or cell by cell. */
export function table4Text(report: RenderedReport, style: Style, choices: Choices): readonly string[] {
  const texts = report.table4.map((value) => style.figure(value)).filter((text) => text !== '');
  const head = [
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议 行政诉讼',
    '未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计',
  ];
  const figures = choices.of([
    [texts.join(' ')],
    [report.table4.map((value) => style.figure(value)).join('\t')],
    texts,
    [texts.slice(0, 5).join(' '), texts.slice(5, 10).join(' '), texts.slice(10).join(' ')],
  ]);
  return [...head, ...figures, '五、存在的主要问题及改进情况'];
}

/** Table 3 as the text layer of a PDF gives it with positions: one line for each row, heads over the columns, blanks between. */
export function positioned(report: RenderedReport, style: Style, choices: Choices): readonly TextLine[] {
  const right = [480, 560, 640, 720, 800, 880, 970];
  const piece = (text: string, at: number): Piece => {
    const width = [...text].length * 8;
    const middle = right[at]! - 20;
    return { text, left: middle - Math.floor(width / 2), right: middle + Math.ceil(width / 2) };
  };
  const lineOf = (pieces: readonly Piece[]): TextLine => ({
    kind: 'line',
    text: pieces.map(({ text }) => text).join(' '),
    pieces,
    place: '第 1 页',
  });
  const whole = (text: string) => lineOf([{ text, left: 50, right: 50 + text.length * 12 }]);
  const heads = ['自然人', '商业', '科研', '社会', '法律', '其他', '总计'].map((text, at) => piece(text, at));
  const rows = [...report.table3].flatMap(([row, values]) => {
    const figures = values.flatMap((value, at) => {
      const text = style.figure(value);
      return text === '' ? [] : [piece(text, at)];
    });
    const label = style.label(TABLE3_ROW_LABELS[row]);
    const wrapped = choices.once(4) ? cutLabel(label, choices) : [label];
    const place = choices.below(wrapped.length);
    return wrapped.map((text, at) => lineOf([{ text, left: 50, right: 400 }, ...(at === place ? figures : [])]));
  });
  return [...TITLE3.map(whole), lineOf(heads), ...rows];
}

/** Table 3 with cells between tabs, blanks kept as nothing between two, or between wide spaces, where blanks vanish. */
export function tabbed(report: RenderedReport, style: Style, choices: Choices): readonly string[] {
  const between = choices.of(['\t', '\t', '\u3000', '\u3000\u3000', '     ']);
  const rows = [...report.table3].map(([row, values]) => {
    const group = choices.once(2) ? groupOf(row, report) : '';
    const texts = values.map((value) => style.figure(value));
    const cells = [...(group === '' ? [] : [group]), style.label(TABLE3_ROW_LABELS[row]), ...texts];
    return cells.filter((text) => between === '\t' || text !== '').join(between);
  });
  return [...TITLE3, ...HEADS3, ...rows];
}
