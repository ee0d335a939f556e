import type { Range } from '@e965/xlsx';
import { RegisterFault } from '../register-fault.js';
import type { Cell } from '../sheet.js';
import { MAX_MERGED_CELLS } from './limits.js';

/** The cells of a workbook by row and column, from 0; rows and columns may be missing. */
export type Grid = Cell[][];

/**
 * What stands in a merged cell holds for every row that it covers. Of several columns that it covers it says which one it
 * belongs to only for the first; in the others it is a fault, not a guess. Raises `register-file-too-large`.
 */
export function spreadMergedCells(grid: Grid, merges: readonly Range[]): void {
  let filled = 0;
  for (const { s, e } of merges) {
    const value = grid[s.r]?.[s.c];
    if (value === undefined || value.kind === 'blank') continue;
    const fault: Cell = {
      kind: 'fault',
      text: value.text,
      fault: '单元格横向合并了几列，不知属于哪一列；请取消合并',
    };
    const last = Math.min(e.r, grid.length - 1);
    filled += (last - s.r + 1) * (e.c - s.c + 1);
    if (filled > MAX_MERGED_CELLS) throw new RegisterFault('register-file-too-large', '合并单元格过多；未读取');
    for (let r = s.r; r <= last; r++) {
      const row = (grid[r] ??= []);
      for (let c = s.c; c <= e.c; c++) row[c] = c === s.c ? value : fault;
    }
  }
}
