import type { TableCell } from './table-grid.js';

/** A tree of labels: heads over columns, or merged labels in front of rows. */
export interface Labels {
  readonly label: string;
  readonly under?: readonly Labels[];
}

/** Leaves of a tree: the columns, or rows, that it takes. */
export function leavesOf(labels: readonly Labels[]): number {
  return labels.reduce((sum, { under }) => sum + (under ? leavesOf(under) : 1), 0);
}

/** Levels of a tree. */
export function depthOf(labels: readonly Labels[]): number {
  return 1 + Math.max(...labels.map(({ under }) => (under ? depthOf(under) : 0)));
}

/** Heads over columns, from a row and a column on, `depth` rows deep: a head without others under it reaches down to the last. */
export function headCells(heads: readonly Labels[], row: number, column: number, depth: number): readonly TableCell[] {
  let next = column;
  return heads.flatMap(({ label, under }) => {
    const columns = under ? leavesOf(under) : 1;
    const cell: TableCell = { text: label, row, column: next, rows: under ? 1 : depth, columns, kind: 'head' };
    next += columns;
    return under ? [cell, ...headCells(under, row + 1, cell.column, depth - 1)] : [cell];
  });
}

/** Labels in front of rows, the same turned on its side: `depth` columns wide. */
export function labelCells(
  labels: readonly Labels[],
  row: number,
  column: number,
  depth: number,
): readonly TableCell[] {
  let next = row;
  return labels.flatMap(({ label, under }) => {
    const rows = under ? leavesOf(under) : 1;
    const place = { row: next, column, rows, columns: under ? 1 : depth };
    next += rows;
    const cell: TableCell = { text: label, ...place, kind: under ? 'group' : 'label' };
    return under ? [cell, ...labelCells(under, cell.row, column + 1, depth - 1)] : [cell];
  });
}
