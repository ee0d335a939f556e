/**
 * Stands in the place of a character that no document can hold or show: the mark that Chinese typesetters leave where type is missing.
 * Every Chinese typeface has it, which is not so of U+FFFD.
 */
const REPLACEMENT = '〓';

/**
 * Control characters, halves of surrogate pairs, noncharacters, and the marks that change the direction of what follows: XML has no
 * place for some, and the others would make a page read otherwise than its text. Line breaks and tabs are taken out before.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Noncharacter_Code_Point}]/gu;

/** The lines of a text as any document can hold them; what cannot be printed is replaced visibly, never dropped. */
export function printableLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll('\t', ' ').replaceAll(UNPRINTABLE, REPLACEMENT));
}

/** The same of a text that takes one line. */
export function printable(text: string): string {
  return printableLines(text).join(' ');
}
