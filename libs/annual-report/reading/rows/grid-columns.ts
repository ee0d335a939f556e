import { nearestSuffix } from '../text/distance.js';
import { hanOf } from '../text/fold.js';
import { overlap, columnsOf, type Columns, type GridTable } from '../stream/grid-table.js';
import type { GridCell } from '../document.js';

/** A quarter of the characters of a head may differ. */
const MOST_DIFFERENT = 4;

/**
 * The columns under some heads, each where its label stands alone in the given rows of heads, also broken over several cells one below
 * the other; `null` unless each is there once.
 */
export function columnsUnder(
  heads: readonly (readonly string[])[],
  table: GridTable,
  rows: readonly number[],
): readonly Columns[] | null {
  const found = heads.map((): Columns[] => []);
  for (let column = 0; column < table.width; column += 1) {
    const cells = cellsIn(table, rows, column);
    const index = headOf(cells, heads);
    if (index === null) continue;
    const last = cells.findLast(({ text }) => hanOf(text) !== '')!;
    const [known] = found[index]!;
    if (known === undefined || !overlap(known, columnsOf(last))) found[index]!.push(columnsOf(last));
  }
  const columns = found.flatMap((one) => (one.length === 1 ? one : []));
  if (columns.length < heads.length) return null;
  const apart = columns.every((one, index) => !columns.some((other, j) => j !== index && overlap(one, other)));
  return apart ? columns : null;
}

function cellsIn(table: GridTable, rows: readonly number[], column: number): readonly GridCell[] {
  return [...new Set(rows.flatMap((row) => table.at(row, column) ?? []))];
}

/** The head whose label the cells of a column end with, read downwards. */
function headOf(cells: readonly GridCell[], heads: readonly (readonly string[])[]): number | null {
  const text = cells.map((cell) => hanOf(cell.text)).join('');
  const near = heads.flatMap((wordings, index) => {
    const best = Math.min(...wordings.map((label) => differs(label, text)));
    return Number.isFinite(best) ? [{ index, best }] : [];
  });
  near.sort((a, b) => a.best - b.best);
  const [first, second] = near;
  return first === undefined || second?.best === first.best ? null : first.index;
}

function differs(label: string, text: string): number {
  if (text === '') return Infinity;
  const { distance } = nearestSuffix(label, text.slice(-2 * label.length));
  return distance <= Math.floor(label.length / MOST_DIFFERENT) ? distance : Infinity;
}

/** The texts of cells column by column; `null` where one is in no column or in two, or a column has two. */
export function textsIn(
  columns: readonly Columns[],
  cells: readonly GridCell[],
  isCovered: (column: number) => boolean,
): readonly string[] | null {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const texts: string[] = [];
  let used = 0;
  for (const column of columns) {
    const here = filled.filter((cell) => overlap(columnsOf(cell), column));
    if (here.length > 1 || (here.length === 0 && isCovered(column.from))) return null;
    used += here.length;
    texts.push(here[0]?.text ?? '');
  }
  const isOneEach = used === filled.length;
  return isOneEach ? texts : null;
}
