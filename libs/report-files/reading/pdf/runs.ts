import type { PageViewport } from 'pdfjs-dist';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** Text that a PDF puts at one place, without a gap in it. In points from the left and the top of the page as it is looked at. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the script. */
  readonly height: number;
  /** The file itself has a space before it. */
  readonly afterSpace: boolean;
}

/** The runs of a page in the order of the file; what lies outside the page is not seen and left out. */
export function runsOf({ items }: TextContent, viewport: PageViewport): readonly Run[] {
  const runs: Run[] = [];
  let afterSpace = false;
  for (const item of items) {
    if (!('str' in item)) continue;
    const { x, y } = placeOf(item, viewport);
    for (const { text, from, to } of wordsOf(item)) {
      const before = from > 0 || afterSpace;
      const run = { text, left: x + from, right: x + to, baseline: y, height: item.height, afterSpace: before };
      afterSpace = false;
      if (run.right > 0 && run.left < viewport.width && y > 0 && y <= viewport.height) runs.push(run);
    }
    if (/\s$/.test(item.str)) afterSpace = true;
  }
  return runs;
}

/** Where the text begins, on the page turned as it is looked at. */
function placeOf({ transform }: TextItem, viewport: PageViewport): { readonly x: number; readonly y: number } {
  const [x, y] = viewport.convertToViewportPoint(Number(transform[4]), Number(transform[5])) as [number, number];
  return { x, y };
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The words of an item. Where they begin is not in the file; a Chinese character is as wide as high, any other half of it. */
function wordsOf({ str, width, height }: TextItem): readonly Word[] {
  const parts = str.split(/(\s+)/).filter((part) => part !== '');
  if (parts.length === 1) return str.trim() === '' ? [] : [{ text: str, from: 0, to: width }];
  const natural = parts.map((part) => (part.trim() === '' ? 0 : widthOf(part) * height));
  const written = natural.reduce((sum, each) => sum + each, 0);
  const spaces = parts.reduce((count, part) => count + (part.trim() === '' ? part.length : 0), 0);
  const scale = written > width ? width / written : 1;
  const space = spaces === 0 ? 0 : Math.max(0, width - written) / spaces;
  let at = 0;
  return parts.flatMap((part, index) => {
    const from = at;
    at += part.trim() === '' ? part.length * space : (natural[index] ?? 0) * scale;
    return part.trim() === '' ? [] : [{ text: part, from, to: at }];
  });
}

/** In heights of the script. */
function widthOf(word: string): number {
  return [...word].reduce((sum, character) => sum + (character < '\u2E80' ? 0.5 : 1), 0);
}
