import { canonicalJson, type Json } from '#kernel';
import type { ReportForm, SectionOne, Table2Of2019, Table2Of2021 } from '#agency';
import { TABLE3_COLUMNS, TABLE4_COLUMNS } from './columns.js';
import type { CellAddress, Figure, Table2, Table2Column, Table2Row, Table3, Table4 } from './figures.js';

/** The figures of a report, wherever they come from: computed (every cell of tables 3 and 4 known) or published elsewhere. */
export interface ReportFigures {
  readonly year: number;
  readonly form: ReportForm;
  readonly table2: Table2 | null;
  readonly table3: Table3<Figure> | null;
  readonly table4: Table4<Figure> | null;
  /** Section 一: items published, in all and per channel; absent where nobody counted them. */
  readonly published?: SectionOne;
}

/**
 * All figures of one agency and year, as the closing of the books stores them. A figure of table 2 that nobody recorded
 * is `null` and blocks the closing (V6).
 */
export interface YearFigures extends ReportFigures {
  readonly agency: string;
  readonly table2: Table2Of2021 | Table2Of2019;
  readonly table3: Table3;
  readonly table4: Table4;
  readonly published: SectionOne;
}

/** The text whose SHA-256 is the digest of the figures: canonical JSON (RFC 8785). Equal figures give equal text. */
export function digestText(figures: YearFigures): string {
  return canonicalJson(figures as unknown as Json);
}

/** The figure in a cell; `undefined` where the report does not show its table or row. */
export function figureAt(figures: ReportFigures, cell: CellAddress): Figure | undefined {
  switch (cell.table) {
    case 2:
      return (figures.table2 as LooseTable2 | null)?.[cell.row]?.[cell.column];
    case 3:
      return figures.table3?.[cell.row]?.[TABLE3_COLUMNS.indexOf(cell.column)];
    case 4:
      return figures.table4?.[cell.block][TABLE4_COLUMNS.indexOf(cell.column)];
  }
}

/** Either form of table 2, asked for any cell. */
type LooseTable2 = { readonly [row in Table2Row]?: { readonly [column in Table2Column]?: Figure } };
