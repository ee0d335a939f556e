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

/** 制发, 废止, 现行有效 of one kind of document, pieces (件). */
export interface DocumentFigures<F extends Figure = number> {
  readonly made: F;
  readonly repealed: F;
  readonly inForce: F;
}

/** Table 2 as the register knows it (DR 2.2). The 2019 form prints what it shares with it. */
export interface Table2<F extends Figure = number> {
  /** 规章 */
  readonly regulations: DocumentFigures<F>;
  /** 行政规范性文件 */
  readonly normativeDocuments: DocumentFigures<F>;
  /** 行政许可 */
  readonly licensing: { readonly decisions: F };
  /** 行政处罚 */
  readonly penalty: { readonly decisions: F };
  /** 行政强制 */
  readonly coercion: { readonly decisions: F };
  /** 行政事业性收费, in fen; printed in 万元 (1 万元 = 1,000,000 fen). */
  readonly fees: { readonly amountFen: F };
}

/** The address of one figure of a report. */
export type CellAddress = Table2Cell | Table3Cell | Table4Cell;

/** A figure of table 2, such as `regulations.made`. */
export interface Table2Cell {
  readonly table: 2;
  readonly row: keyof Table2;
  readonly column: 'made' | 'repealed' | 'inForce' | 'decisions' | 'amountFen';
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
