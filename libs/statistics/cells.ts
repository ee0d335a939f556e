import {
  TABLE3_COLUMNS,
  TABLE4_BLOCKS,
  TABLE4_COLUMNS,
  type Table3Column,
  type Table4Block,
  type Table4Column,
} from './columns.js';
import type { Table2Cell, Table3Cell, Table4Cell } from './figures.js';
import type { FormId } from './form.js';
import { table3Rows, type Table3Row } from './rows.js';

/** The address of a figure of table 3. */
export function cell3(row: Table3Row, column: Table3Column): Table3Cell {
  return { table: 3, row, column };
}

/** The address of a figure of table 4. */
export function cell4(block: Table4Block, column: Table4Column): Table4Cell {
  return { table: 4, block, column };
}

/** Every figure of table 2, in the order of the form. */
export const TABLE2_CELLS: readonly Table2Cell[] = [
  { table: 2, row: 'regulations', column: 'made' },
  { table: 2, row: 'regulations', column: 'repealed' },
  { table: 2, row: 'regulations', column: 'inForce' },
  { table: 2, row: 'normativeDocuments', column: 'made' },
  { table: 2, row: 'normativeDocuments', column: 'repealed' },
  { table: 2, row: 'normativeDocuments', column: 'inForce' },
  { table: 2, row: 'licensing', column: 'decisions' },
  { table: 2, row: 'penalty', column: 'decisions' },
  { table: 2, row: 'coercion', column: 'decisions' },
  { table: 2, row: 'fees', column: 'amountFen' },
];

/** Every figure of table 3, row by row. */
export function table3Cells(form: FormId): readonly Table3Cell[] {
  return cells3(table3Rows(form));
}

/** Every figure of some rows of table 3, row by row. */
export function cells3(rows: readonly Table3Row[]): readonly Table3Cell[] {
  return rows.flatMap((row) => TABLE3_COLUMNS.map((column) => cell3(row, column)));
}

/** Every figure of table 4, block by block. */
export const TABLE4_CELLS: readonly Table4Cell[] = TABLE4_BLOCKS.flatMap((block) =>
  TABLE4_COLUMNS.map((column) => cell4(block, column)),
);
