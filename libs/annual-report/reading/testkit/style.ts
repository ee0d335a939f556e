import { SIMPLIFIED } from '../text/simplified.js';
import type { Choices } from './choices.js';

/** How figures and labels are written in one document. */
export interface Style {
  readonly figure: (value: number | null) => string;
  readonly label: (text: string) => string;
}

const TRADITIONAL = new Map([...SIMPLIFIED].filter(([from]) => from >= '\u4e00').map(([from, to]) => [to, from]));
const RADICALS = new Map([...SIMPLIFIED].filter(([from]) => from < '\u4e00').map(([from, to]) => [to, from]));
const KANGXI = new Map(
  Array.from({ length: 214 }, (_, index) => String.fromCharCode(0x2f00 + index)).map((sign) => [
    sign.normalize('NFKC'),
    sign,
  ]),
);

/** A random manner of writing; some cells say more than a figure. With `losses`, some labels lack a character. */
export function randomStyle(choices: Choices, losses: boolean): Style {
  const zero = choices.of(['0', '0', '0', '/', '-', '—', '０']);
  const isWide = choices.once(5);
  const hasCommas = choices.once(4);
  const spelling = choices.of([null, null, TRADITIONAL, RADICALS, KANGXI]);
  const brackets = choices.of([null, null, '()', '〔〕']);
  const loses = losses && choices.once(3);
  const figure = (value: number | null) => {
    if (value === null) return '';
    if (value === 0) return zero;
    const digits = hasCommas ? String(value).replace(/(\d)(?=(\d{3})+$)/g, '$1,') : String(value);
    const wide = isWide ? digits.replace(/[0-9,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : digits;
    return choices.once(12) ? wide + choices.of(['件', '（其中补正1件）', '(含转办)']) : wide;
  };
  const label = (text: string) => {
    const spelt =
      spelling === null ? text : [...text].map((character) => spelling.get(character) ?? character).join('');
    const marked = brackets === null ? spelt : spelt.replaceAll('（', brackets[0]!).replaceAll('）', brackets[1]!);
    return loses && text.length > 11 && choices.once(3) ? without(marked, 4 + choices.below(text.length - 5)) : marked;
  };
  return { figure, label };
}

/** The text with a character lost in the middle, as text layers lose them. */
function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}
