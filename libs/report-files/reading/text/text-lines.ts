import type { TextLine } from '#annual-report';
import { Budget } from '../budget.js';

/** The lines of a text, numbered as an editor counts them, after `before` others. A form feed parts a line but is not counted. */
export function textLines(text: string, before = 0): readonly TextLine[] {
  const budget = new Budget();
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap((line, index) => {
    budget.takeLine();
    const place = `第 ${String(before + index + 1)} 行`;
    return line.split(/[\f\v]/).map((part): TextLine => ({ kind: 'line', text: part, place }));
  });
}
