/** How a label was found at the end of a text. */
export interface SuffixMatch {
  /** Characters to insert, delete or replace. */
  readonly distance: number;
  /** Where in the text the label begins. */
  readonly from: number;
}

/** The end of `text` that is nearest to `label`, by edit distance; of equally near ones the longest. */
export function nearestSuffix(label: string, text: string): SuffixMatch {
  const costs = table([...label].reverse().join(''), [...text].reverse().join(''), false).at(-1)!;
  const best = Math.min(...costs);
  return { distance: best, from: text.length - costs.lastIndexOf(best) };
}

/** The edit distance between `part` and that piece of `text` which is nearest to it. */
export function nearestPiece(part: string, text: string): number {
  return Math.min(...table(part, text, true).at(-1)!);
}

/** The edit distance between two texts. */
export function distance(a: string, b: string): number {
  return table(a, b, false).at(-1)!.at(-1)!;
}

/** Costs of `a` up to each of its characters against `b` up to each of its own; with `free`, what stands before in `b` costs nothing. */
function table(a: string, b: string, free: boolean): readonly (readonly number[])[] {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => (free ? 0 : j))];
  for (let i = 1; i <= a.length; i += 1) {
    const above = rows[i - 1]!;
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min(above[j - 1]! + same, above[j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows;
}
