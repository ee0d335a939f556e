import { InvalidInput } from '#kernel';
import { table3Cells, TABLE4_CELLS, type Table3Cell, type Table4Cell } from '#statistics';

type Cell = Table3Cell | Table4Cell;

/** Figures that cases stand behind: tables 3 and 4, the rows of both forms. */
const CELLS: readonly Cell[] = [...table3Cells('2019'), ...table3Cells('2021'), ...TABLE4_CELLS];

/** The figure that a URL names. Raises `InvalidInput` at `path.row` or `path.column`. */
export function cellAddressOf(table: string, row: string, column: string): Cell {
  const inRow = CELLS.filter((cell) => String(cell.table) === table && rowOf(cell) === row);
  const cell = inRow.find((each) => each.column === column);
  if (cell) return cell;
  const fault =
    inRow.length === 0
      ? { path: 'path.row', message: `表${table}没有这一行` }
      : { path: 'path.column', message: `表${table}没有这一列` };
  throw new InvalidInput([fault]);
}

function rowOf(cell: Cell): string {
  return cell.table === 4 ? cell.block : cell.row;
}
