import { z } from 'zod';

/** Neither control and format characters (they hide or reorder text) nor line and paragraph separators nor half surrogates. */
export const ONE_LINE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

const NO_BLANK_AT_ENDS = /^(?!\s).*(?<!\s)$/su;

/**
 * Short text of one line that people print, list or search by: a name, a title, the number of a document. At most `most` characters;
 * nothing in it that a reader does not see. Blanks at its ends are cut off. `what` names it in Chinese.
 */
export function lineSchema(what: string, most: number) {
  return oneLine(z.string({ error: `${what}应为文字` }).trim(), what, most);
}

/** The same, taken as it is: a blank at an end is refused, not cut off. For labels that are counted by. */
export function exactLineSchema(what: string, most: number) {
  return oneLine(z.string({ error: `${what}应为文字` }), what, most).regex(NO_BLANK_AT_ENDS, `${what}首尾不能有空格`);
}

function oneLine(text: z.ZodString, what: string, most: number) {
  return text
    .min(1, `${what}不能为空`)
    .max(most, `${what}不超过 ${most} 字`)
    .regex(ONE_LINE, `${what}应为一行，不能含控制字符或不可见字符`);
}
