import type { InventoryAndDecisions, MadeRepealedInForce, NewAndPublished, Table2Of2019, Table2Of2021 } from '#agency';
import type { Table3Column, Table4Block, Table4Column } from './columns.js';
import type { Table3Row } from './rows.js';

/** A figure of a report. `null`: not recorded, or blank in a published report; never the same as 0. */
export type Figure = number | null;

/**
 * Table 3 (DR 2.3): the rows of its form, each with seven figures in the order of `TABLE3_COLUMNS`. A row is absent where a
 * published report does not show it.
 */
export type Table3<F extends Figure = number> = { readonly [row in Table3Row]?: readonly F[] };

/** Table 4 (DR 2.4): matters against the agency, each block with five figures in the order of `TABLE4_COLUMNS`. */
export type Table4<F extends Figure = number> = { readonly [block in Table4Block]: readonly F[] };

/** Table 2 (DR 2.2) in either form, as published data has it, with blanks; a row is absent where a report does not show it. */
export type Table2 = WithBlanks<Table2Of2021> | WithBlanks<Table2Of2019>;

type WithBlanks<T> = {
  readonly [Row in keyof T]?: {
    readonly [Column in keyof T[Row]]: T[Row][Column] extends string ? string | null : Figure;
  };
};

/** A row of table 2 in either form. */
export type Table2Row = keyof Table2Of2021 | keyof Table2Of2019;

/** A column of table 2 in either form that holds numbers. */
export type Table2Column =
  keyof MadeRepealedInForce | keyof NewAndPublished | keyof InventoryAndDecisions | 'amount10k' | 'projects';

/** The address of one figure of a report. */
export type CellAddress = Table2Cell | Table3Cell | Table4Cell;

/** A figure of table 2, such as `regulations.made`. */
export interface Table2Cell {
  readonly table: 2;
  readonly row: Table2Row;
  readonly column: Table2Column;
}

/** A figure of table 3. */
export interface Table3Cell {
  readonly table: 3;
  readonly row: Table3Row;
  readonly column: Table3Column;
}

/** A figure of table 4. */
export interface Table4Cell {
  readonly table: 4;
  readonly block: Table4Block;
  readonly column: Table4Column;
}
