import type { CellObject, ColInfo, Range, RowInfo } from '@e965/xlsx';
import type { Budget } from '../budget.js';
import type { Extent } from './axis.js';
import { textOfCell } from './cell-text.js';

/** A sheet as the library keeps it when told to be dense. */
export interface SheetCells {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly '!merges'?: readonly Range[];
  readonly '!rows'?: readonly (RowInfo | undefined)[];
  readonly '!cols'?: readonly (ColInfo | undefined)[];
  /** Present where rows were cut off at the limit. */
  readonly '!fullref'?: string;
}

/** A text in a sheet and the rows and columns that its cell covers. */
export interface SheetText {
  readonly rows: Extent;
  readonly columns: Extent;
  readonly text: string;
}

/** Every cell of a sheet with something in it, and how many have formulas. What merged cells cover is not shown and left out. */
export function contentOf(
  sheet: SheetCells,
  budget: Budget,
): { readonly texts: readonly SheetText[]; readonly formulas: number } {
  const data = sheet['!data'] ?? [];
  const width = data.reduce((widest, row) => Math.max(widest, row?.length ?? 0), 0);
  const merged = mergedCells(sheet['!merges'] ?? [], data.length, width, budget);
  const texts: SheetText[] = [];
  let formulas = 0;
  // Rows are sparse arrays: only what is there is visited.
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell === undefined) return;
      budget.takeCell();
      if (cell.f !== undefined) formulas++;
      const text = textOfCell(cell);
      const range = merged.get(keyOf(row, column));
      if (text.trim() === '' || (range !== undefined && (range.s.r !== row || range.s.c !== column))) return;
      texts.push({
        rows: { first: row, last: range?.e.r ?? row },
        columns: { first: column, last: range?.e.c ?? column },
        text,
      });
    });
  });
  return { texts, formulas };
}

/** The merged cell over each place, within what the sheet holds. */
function mergedCells(
  merges: readonly Range[],
  height: number,
  width: number,
  budget: Budget,
): ReadonlyMap<number, Range> {
  const merged = new Map<number, Range>();
  for (const range of merges) {
    for (let row = range.s.r; row <= Math.min(range.e.r, height - 1); row++) {
      for (let column = range.s.c; column <= Math.min(range.e.c, width - 1); column++) {
        budget.takeCell();
        merged.set(keyOf(row, column), range);
      }
    }
  }
  return merged;
}

/** More columns than any sheet has. */
const STRIDE = 65_536;

function keyOf(row: number, column: number): number {
  return row * STRIDE + column;
}
