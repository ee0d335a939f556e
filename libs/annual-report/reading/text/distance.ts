/** How a label was found at the end of a text. */
export interface SuffixMatch {
  /** Characters to insert, delete or replace. */
  readonly distance: number;
  /** Where in the text the label begins. */
  readonly from: number;
}

/** The end of `text` that is nearest to `label`, by edit distance; of equally near ones the longest. */
export function nearestSuffix(label: string, text: string): SuffixMatch {
  const all = costs([...label].reverse().join(''), [...text].reverse().join(''), false);
  const best = Math.min(...all);
  return { distance: best, from: text.length - all.lastIndexOf(best) };
}

/** The edit distance between `part` and that piece of `text` which is nearest to it. */
export function nearestPiece(part: string, text: string): number {
  return Math.min(...costs(part, text, true));
}

/** The edit distance between two texts. */
export function distance(a: string, b: string): number {
  return costs(a, b, false).at(-1)!;
}

/** Costs of all of `a` against `b` up to each of its characters; with `free`, what stands before in `b` costs nothing. */
function costs(a: string, b: string, free: boolean): readonly number[] {
  let above = Array.from({ length: b.length + 1 }, (_, j) => (free ? 0 : j));
  let row: number[] = [...above];
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      row[j] = Math.min(above[j - 1]! + same, above[j]! + 1, row[j - 1]! + 1);
    }
    [above, row] = [row, above];
  }
  return above;
}
