import { canonicalJson, type Json } from '#kernel';
import { TABLE3_COLUMNS, TABLE4_COLUMNS } from './columns.js';
import type { CellAddress, Figure, Table2, Table3, Table4 } from './figures.js';
import type { FormId } from './form.js';

/** Items published in the year on one channel (网站, 公众号, 公示栏, ...), for section 一. */
export interface ChannelCount {
  readonly channel: string;
  /** Items (条) in the year. */
  readonly count: number;
}

/** The figures of a report, wherever they come from: computed (every cell of tables 3 and 4 known) or published elsewhere. */
export interface ReportFigures {
  readonly year: number;
  readonly form: FormId;
  readonly table2: Table2<Figure> | null;
  readonly table3: Table3<Figure> | null;
  readonly table4: Table4<Figure> | null;
}

/**
 * All figures of one agency and year, as the closing of the books stores them. A figure of table 2 that nobody recorded
 * is `null` and blocks the closing (V6).
 */
export interface YearFigures extends ReportFigures {
  readonly agency: string;
  readonly table2: Table2<Figure>;
  readonly table3: Table3;
  readonly table4: Table4;
  /** In the order of the channels' names. */
  readonly published: readonly ChannelCount[];
}

/** The text whose SHA-256 is the digest of the figures: canonical JSON (RFC 8785). Equal figures give equal text. */
export function digestText(figures: YearFigures): string {
  return canonicalJson(figures as unknown as Json);
}

/** The figure in a cell; `undefined` where the report does not show its table or row. */
export function figureAt(figures: ReportFigures, cell: CellAddress): Figure | undefined {
  switch (cell.table) {
    case 2:
      return (figures.table2?.[cell.row] as Readonly<Record<string, Figure>> | undefined)?.[cell.column];
    case 3:
      return figures.table3?.[cell.row]?.[TABLE3_COLUMNS.indexOf(cell.column)];
    case 4:
      return figures.table4?.[cell.block][TABLE4_COLUMNS.indexOf(cell.column)];
  }
}
