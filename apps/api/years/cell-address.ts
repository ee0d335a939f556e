import { InvalidInput } from '#kernel';
import { cellKey, table3Cells, TABLE4_CELLS, type Table3Cell, type Table4Cell } from '#statistics';

/** Figures that cases stand behind: tables 3 and 4, the rows of both forms. */
const CELLS: ReadonlyMap<string, Table3Cell | Table4Cell> = new Map(
  [...table3Cells('2019'), ...table3Cells('2021'), ...TABLE4_CELLS].map((cell) => [cellKey(cell), cell]),
);

/** The figure that a URL names. Raises `InvalidInput` at `path.row` or `path.column`. */
export function cellAddressOf(table: string, row: string, column: string): Table3Cell | Table4Cell {
  const cell = CELLS.get(`${table}|${row}|${column}`);
  if (cell) return cell;
  const rowExists = [...CELLS.keys()].some((key) => key.startsWith(`${table}|${row}|`));
  throw new InvalidInput([
    rowExists
      ? { path: 'path.column', message: `表${table}没有这一列` }
      : { path: 'path.row', message: `表${table}没有这一行` },
  ]);
}
