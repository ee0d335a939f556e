import { SIMPLIFIED } from './simplified.js';

/**
 * The same text, character for character, with full-width forms as half-width ones, every kind of bracket as `()`, numerals in place of radical signs, every kind of space as a space: what figures
 * are looked for in. Its length is that of the text, so that a place in one is a place in the other.
 */
export function foldWidth(text: string): string {
  const plain = text
    .replace(/[\uFF01-\uFF5E]/g, halfWidth)
    .replace(/[〔【]/g, '(')
    .replace(/[〕】]/g, ')');
  return plain
    .replace(/[⼀⼆⼋⼗]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\s\u00A0\u2000-\u200B\u202F\u205F\u3000\uFEFF]/g, ' ');
}

/** The Chinese characters of a label and nothing else, in simplified script: what labels are compared by. */
export function hanOf(text: string): string {
  const plain = [...text.normalize('NFKC')].map((character) => SIMPLIFIED.get(character) ?? character).join('');
  return plain.replace(/[⼀⼆⼋⼗]/g, (sign) => sign.normalize('NFKC')).replace(/[^\u4E00-\u9FFF]/g, '');
}

/** U+FF01 to U+FF5E are the printable ASCII characters in full width, in the same order. */
const FULL_WIDTH_OFFSET = 0xfee0;

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
}
