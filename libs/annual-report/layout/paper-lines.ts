import { wrap } from '../text/wrap.js';
import type { TableCell } from './table-grid.js';

/** Thousandths of the width of a table under which a column has no room for a head on one line. */
const NARROW = 100;

/** Two Chinese characters, in columns of text. */
const TWO_CHARACTERS = 4;

/**
 * The lines of a cell as official reports break them: heads over narrow columns and 三、本年度办理结果 two characters a line, a group
 * after its number. Other texts are one line, which the page breaks where it must.
 */
export function paperLines({ text, kind }: Pick<TableCell, 'text' | 'kind'>, share: number): readonly string[] {
  if (share >= NARROW || (kind !== 'head' && kind !== 'group')) return [text];
  const [, number, rest] = /^(（.）)(.+)$/.exec(text) ?? [];
  if (number !== undefined && rest !== undefined) return [number, rest];
  return text.length <= 3 ? [text] : wrap(text, TWO_CHARACTERS);
}
