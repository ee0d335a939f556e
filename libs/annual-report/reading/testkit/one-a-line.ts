import { TABLE3_ROW_LABELS } from '#statistics';
import type { Choices } from './choices.js';
import type { RenderedReport } from './random-report.js';
import type { Style } from './style.js';
import { cutLabel, groupOf, HEADS3, TITLE3 } from './text-layouts.js';

/** A line, and whether it is a cell of figures. */
interface Line {
  readonly text: string;
  readonly isFigure: boolean;
}

/** What happens to a text on its way; never both too many numbers and too few, which nobody could tell from a whole one. */
const DAMAGES = [
  'none',
  'numbers lost',
  'numbers added',
  'labels lost',
  'lines swapped',
  'labels moved',
  'end lost',
] as const;

/**
 * Table 3 as a program writes it that takes every cell of a page for a paragraph: labels broken over lines, groups and 三、本年度办理结果
 * between them in pieces, page footers anywhere, labels of some rows behind the figures of the next; damaged where asked for.
 */
export function oneALine(
  report: RenderedReport,
  style: Style,
  choices: Choices,
  isDamaged: boolean,
): readonly string[] {
  const damage = isDamaged ? choices.of(DAMAGES) : 'none';
  const between = choices.of([[], ['']]);
  const lines = [...TITLE3, ...HEADS3].map((text): Line => ({ text, isFigure: false }));
  const vertical = [...'三、本年度办理结果'];
  let group = '';
  let held: readonly string[] = [];
  for (const [row, values] of report.table3) {
    const prefix = groupOf(row, report);
    const words = prefix !== group && prefix !== '' ? [...choices.cut(prefix, 2)] : [];
    group = prefix;
    if (row.includes('.') && choices.once(3)) words.push(vertical.shift() ?? '');
    const label = cutLabel(style.label(TABLE3_ROW_LABELS[row]), choices);
    // A long label is often a paragraph behind the figures of its row and of rows after it.
    const isLate =
      (damage === 'labels moved' || !isDamaged) && row !== 'new' && row !== 'carriedOut' && choices.once(8);
    const shown = isLate ? [] : label;
    lines.push(...[...held, ...words, ...shown].map((text) => ({ text, isFigure: false })));
    held = isLate ? label : [];
    if (choices.once(9)) lines.push({ text: choices.of(['- 3 -', '-3-', '—4—']), isFigure: false });
    lines.push(...values.map((value) => ({ text: style.figure(value), isFigure: true })).filter(({ text }) => text));
  }
  return damaged(lines, damage, choices).flatMap(({ text }) => [text, ...between]);
}

function damaged(lines: readonly Line[], damage: (typeof DAMAGES)[number], choices: Choices): readonly Line[] {
  const result = [...lines];
  const from = TITLE3.length + HEADS3.length;
  if (damage === 'end lost') return result.slice(0, from + choices.below(result.length - from));
  for (let times = 1 + choices.below(3); times > 0 && damage !== 'none'; times -= 1) {
    const at = from + choices.below(result.length - from - 1);
    const [line, next] = [result[at]!, result[at + 1]!];
    if (damage === 'numbers lost' && line.isFigure) result.splice(at, 1);
    if (damage === 'numbers added') result.splice(at, 0, { text: String(choices.below(12)), isFigure: true });
    if (damage === 'labels lost' && !line.isFigure) result.splice(at, 1);
    // Two figures swapped are two other figures.
    if (damage === 'lines swapped' && !(line.isFigure && next.isFigure)) result.splice(at, 2, next, line);
    if (choices.once(6)) result.splice(at, 0, { text: '- 5 -', isFigure: false });
  }
  return result;
}
