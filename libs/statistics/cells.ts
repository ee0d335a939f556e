import type { ReportForm } from '#agency';
import {
  TABLE3_COLUMNS,
  TABLE4_BLOCKS,
  TABLE4_COLUMNS,
  type Table3Column,
  type Table4Block,
  type Table4Column,
} from './columns.js';
import type { CellAddress, Table2Cell, Table2Column, Table2Row, Table3Cell, Table4Cell } from './figures.js';
import { table3Rows, type Table3Row } from './rows.js';

/** The address of a figure of table 3. */
export function cell3(row: Table3Row, column: Table3Column): Table3Cell {
  return { table: 3, row, column };
}

/** The address of a figure of table 4. */
export function cell4(block: Table4Block, column: Table4Column): Table4Cell {
  return { table: 4, block, column };
}

const DOCUMENTS = ['regulations', 'normativeDocuments'] as const;
const INVENTORIES = ['licensing', 'otherServices', 'penalty', 'coercion'] as const;

const TABLE2_CELLS: Readonly<Record<ReportForm, readonly Table2Cell[]>> = {
  '2021': [
    ...DOCUMENTS.flatMap((row) => cells2(row, 'made', 'repealed', 'inForce')),
    ...(['licensing', 'penalty', 'coercion'] as const).flatMap((row) => cells2(row, 'decisions')),
    ...cells2('fees', 'amount10k'),
  ],
  '2019': [
    ...DOCUMENTS.flatMap((row) => cells2(row, 'madeNew', 'publishedNew', 'publishedTotal')),
    ...INVENTORIES.flatMap((row) => cells2(row, 'itemsLastYear', 'change', 'decisions')),
    ...cells2('fees', 'itemsLastYear', 'change'),
    ...cells2('procurement', 'projects'),
  ],
};

/** Every number of table 2, in the order of the form. */
export function table2Cells(form: ReportForm): readonly Table2Cell[] {
  return TABLE2_CELLS[form];
}

/** Some figures of a row of table 2. */
export function cells2(row: Table2Row, ...columns: readonly Table2Column[]): readonly Table2Cell[] {
  return columns.map((column) => ({ table: 2, row, column }));
}

/** Every figure of table 3, row by row. */
export function table3Cells(form: ReportForm): readonly Table3Cell[] {
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

/** One text per cell, such as `table3/refused.stateSecret/natural-person`: equal exactly for equal cells, fit for a URL. */
export function cellKey(cell: CellAddress): string {
  return `table${String(cell.table)}/${cell.table === 4 ? cell.block : cell.row}/${cell.column}`;
}

/** The cell with this key in a form; `null` where the form has none. A cell of the other form is none. */
export function cellOfKey(key: string, form: ReportForm): CellAddress | null {
  return allCells(form).find((cell) => cellKey(cell) === key) ?? null;
}

/** Every figure of the three tables, in the order of the form. */
export function allCells(form: ReportForm): readonly CellAddress[] {
  return [...table2Cells(form), ...table3Cells(form), ...TABLE4_CELLS];
}
