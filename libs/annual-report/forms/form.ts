import type { ReportForm } from '#agency';
import type { Table2Column, Table2Row, Table3Row, Table4Block } from '#statistics';

/** A head of a column, or a merged head over several. The depth of the tree is the number of lines of heads. */
export interface Head {
  readonly label: string;
  readonly under?: readonly Head[];
}

/** A row of table 3 that carries figures. */
export interface FigureRow {
  readonly label: string;
  readonly id: Table3Row;
}

/** A merged label in front of several rows. */
export interface RowGroup {
  readonly label: string;
  readonly rows: readonly (FigureRow | RowGroup)[];
}

/** A row of table 2; `id` and `columns` name its figures in published data, in the order of the heads after the first. */
export interface Table2FormRow {
  readonly label: string;
  readonly id: Table2Row;
  readonly columns: readonly (Table2Column | 'amountText')[];
}

/** One part of table 2: the item of Art. 20, the heads of its columns, its rows. */
export interface Table2Part {
  readonly item: string;
  readonly heads: readonly string[];
  readonly rows: readonly Table2FormRow[];
}

/** An official form of the annual report: labels verbatim, order and merging of cells. Nothing in it is computed. */
export interface Form {
  readonly id: ReportForm;
  /** The letter that prescribes it. */
  readonly letter: string;
  /** Titles of the six sections; tables 2, 3 and 4 stand in the sections of their number. */
  readonly sections: readonly [string, string, string, string, string, string];
  readonly table2: readonly Table2Part[];
  readonly table3: {
    /** The note in the corner, over the labels of the rows. */
    readonly note: string;
    /** Over the seven columns of figures. */
    readonly head: Head;
    readonly rows: readonly (FigureRow | RowGroup)[];
  };
  /** One row of figures: the blocks in this order, five columns each. */
  readonly table4: { readonly heads: readonly Head[]; readonly blocks: readonly Table4Block[] };
}
