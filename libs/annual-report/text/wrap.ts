import { widthOf } from './width.js';

/** Marks that do not begin a line: they stay with the character before them. */
const NOT_FIRST = '，。、；：！？）〕》”’…)';

/** Marks that do not end a line: they stay with the character after them. */
const NOT_LAST = '（〔《“‘(';

/**
 * Breaks a text into lines of at most `width` columns, anywhere between two Chinese characters, but not before a closing mark,
 * after an opening one, or inside a number or a word in Latin letters. A piece wider than a line is left whole.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf(line + piece) > width) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

/** The parts between which a line may end. */
function pieces(text: string): readonly string[] {
  const parts: string[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    if (last !== undefined && isTied(last, character)) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

function isTied(before: string, after: string): boolean {
  return (
    NOT_FIRST.includes(after) || NOT_LAST.includes(before.at(-1) ?? '') || (isLatin(before.at(-1)) && isLatin(after))
  );
}

function isLatin(character = ''): boolean {
  return /[0-9A-Za-z.+-]/.test(character);
}
