import type { TextLine } from '../document.js';
import { partsOf } from '../figures/line-parts.js';
import type { Extent } from './item.js';

/** Where figures of a line stand, if the file knows each of them as a piece of its own; otherwise `null`. */
export function extentsOf(line: TextLine, cells: readonly string[]): readonly Extent[] | null {
  if (line.pieces === undefined) return null;
  const single = line.pieces.flatMap(({ text, left, right }) => {
    const parts = partsOf(text.trim());
    const [part] = parts;
    return parts.length === 1 && part?.kind === 'figures' && part.cells.length === 1
      ? [{ text: part.cells[0]!, left, right }]
      : [];
  });
  const alike = single.length === cells.length && single.every(({ text }, index) => text === cells[index]);
  return alike ? single.map(({ left, right }) => ({ left, right })) : null;
}
