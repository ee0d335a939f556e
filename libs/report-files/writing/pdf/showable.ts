import type { Coverage } from './coverage.js';

/**
 * A text as a typeface can show it: a character for which it has no glyph is printed as its code point, `〔U+1F600〕`, since a glyph
 * that is not there would leave a gap which nobody sees.
 */
export function showable(text: string, covers: Coverage): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      return covers(point) ? character : `〔U+${point.toString(16).toUpperCase().padStart(4, '0')}〕`;
    })
    .join('');
}
