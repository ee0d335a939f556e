import { linesOf, type PageLine } from '../pdf/page-lines.js';
import type { Run } from '../pdf/runs.js';
import { textOf } from './html-text.js';
import {
  attribute,
  childrenOf,
  everyNode,
  isElement,
  isHidden,
  type HtmlElement,
  type HtmlNode,
} from './parse-html.js';

/** Fewer placed texts than this are decoration, not a page. */
const FEWEST_TEXTS = 8;

/** Height of script where the page does not say. */
const USUAL_HEIGHT = 16;

/** Heights and distances of lines by class, as a page that was made from a PDF states them for its texts. */
export type Classes = ReadonlyMap<string, ClassSizes>;

interface ClassSizes {
  readonly height: number;
  readonly lineHeight: number;
}

/** The sizes that the style sheets of a page give to classes: `.ft16{font-size:24px;line-height:45px}`. Anything else is passed over. */
export function classesOf(page: HtmlNode): Classes {
  const classes = new Map<string, ClassSizes>();
  for (const node of everyNode(page)) {
    if (!isElement(node, 'style')) continue;
    const css = childrenOf(node).flatMap((child) => ('value' in child ? [child.value] : []));
    for (const [, name = '', rules = ''] of css.join('').matchAll(/\.([\w-]{1,64})\s*\{([^{}]{0,2000})\}/g)) {
      const height = sizeIn(rules, 'font-size');
      if (height !== null) classes.set(name, { height, lineHeight: sizeIn(rules, 'line-height') ?? height });
    }
  }
  return classes;
}

/** Whether an element is a page drawn from a PDF: plain texts, each put at a place of its own, and nothing else. */
export function isPlacedPage(node: HtmlNode): node is HtmlElement {
  if (!isElement(node, 'div')) return false;
  const placed = childrenOf(node).filter((child) => isElement(child) && placeOf(child) !== null);
  if (placed.length < FEWEST_TEXTS) return false;
  return childrenOf(node).every((child) =>
    placed.includes(child) ? isPlain(child) : !('value' in child ? child.value : textOf(child)).trim(),
  );
}

const INLINE = ['a', 'b', 'br', 'em', 'font', 'i', 'img', 'span', 'strong', 'sub', 'sup', 'u'];

/** Text without any blocks or tables in it. */
function isPlain(text: HtmlNode): boolean {
  return [...everyNode(text)].every((node) => node === text || !isElement(node) || isElement(node, ...INLINE));
}

/** The lines of such a page as they are seen, from top to bottom, each with its pieces from left to right. */
export function placedLines(page: HtmlElement, classes: Classes): readonly PageLine[] {
  const runs = textsOf(page).flatMap((text) => runsOf(text, classes));
  const width = Math.max(sizeIn(attribute(page, 'style'), 'width') ?? 0, ...runs.map(({ right }) => right), 1);
  return linesOf(runs, width);
}

function textsOf(page: HtmlElement): readonly HtmlElement[] {
  return childrenOf(page).flatMap((child) =>
    isElement(child) && placeOf(child) !== null && !isHidden(child) && textOf(child).trim() !== '' ? [child] : [],
  );
}

/** The lines of a text at a place. How wide it is the page does not say; a Chinese character is as wide as high, any other half of it. */
function runsOf(text: HtmlElement, classes: Classes): readonly Run[] {
  const { left, top } = placeOf(text) ?? { left: 0, top: 0 };
  const own = attribute(text, 'class')
    .split(/\s+/)
    .flatMap((name) => classes.get(name) ?? []);
  const { height, lineHeight } = own[0] ?? { height: USUAL_HEIGHT, lineHeight: USUAL_HEIGHT };
  return textOf(text)
    .split('\n')
    .map((line, index): Run => {
      const width = [...line].reduce((sum, character) => sum + (character < '\u2E80' ? 0.5 : 1), 0) * height;
      const baseline = top + height + index * lineHeight;
      return { text: line, left, right: left + width, baseline, height, afterSpace: true };
    });
}

function placeOf(element: HtmlElement): { readonly left: number; readonly top: number } | null {
  const style = attribute(element, 'style');
  const [left, top] = [sizeIn(style, 'left'), sizeIn(style, 'top')];
  return /(?:^|;)\s*position\s*:\s*absolute\b/i.test(style) && left !== null && top !== null ? { left, top } : null;
}

/** A size of a style in pixels or points; `null` where it is not there or in another unit. */
function sizeIn(style: string, name: string): number | null {
  const size = new RegExp(String.raw`(?:^|[;{\s])${name}\s*:\s*(-?\d{1,6}(?:\.\d{1,6})?)(?:px|pt)`, 'i').exec(
    style,
  )?.[1];
  return size === undefined ? null : Number(size);
}
