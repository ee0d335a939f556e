import { TABLE4_BLOCKS, TABLE4_COLUMN_LABELS, TABLE4_COLUMNS } from '#statistics';
import type { Piece, TextLine } from '../document.js';
import type { Choices } from './choices.js';
import type { RenderedReport } from './random-report.js';
import type { Style } from './style.js';

/** Table 4 as the text layer of a PDF gives it with positions: heads over the columns on two lines, one line of figures. */
export function positionedTable4(report: RenderedReport, style: Style, choices: Choices): readonly TextLine[] {
  const width = 50 + choices.below(10);
  const align = choices.of(['left', 'middle', 'right'] as const);
  const piece = (text: string, column: number, character: number): Piece => {
    const room = width - 6 - [...text].length * character;
    const left = 60 + column * width + { left: 0, middle: Math.floor(room / 2), right: room }[align];
    return { text, left, right: left + [...text].length * character };
  };
  const whole = (text: string) => lineOf([{ text, left: 60, right: 60 + text.length * 12 }]);
  const heads = TABLE4_BLOCKS.flatMap(() => TABLE4_COLUMNS.map((column) => TABLE4_COLUMN_LABELS[column]));
  const half = (from: number, to: number) =>
    lineOf(heads.map((text, column) => piece(text.slice(from, to), column, 10)).filter(({ text }) => text !== ''));
  const figures = report.table4.flatMap((value, column) => {
    const text = style.figure(value);
    return text === '' ? [] : [piece(text, column, 5)];
  });
  return [
    whole('四、政府信息公开行政复议、行政诉讼情况'),
    whole('行政复议 行政诉讼'),
    whole('未经复议直接起诉 复议后起诉'),
    half(0, 2),
    half(2, 4),
    lineOf(figures),
    whole('五、存在的主要问题及改进情况'),
  ];
}

function lineOf(pieces: readonly Piece[]): TextLine {
  return { kind: 'line', text: pieces.map(({ text }) => text).join(' '), pieces, place: '第 2 页' };
}
