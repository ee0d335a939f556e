import type { ReportFigures, Table3, Figure } from '#statistics';
import type { PublishedReport } from './published-report.js';

/**
 * The figures of a published report as the rules take them. A row with an unread cell is left out, as if it were not shown: a rule
 * must not take what could not be read for a blank. `year` where the report does not say one; `form` likewise.
 */
export function figuresOf(report: PublishedReport, year: number): ReportFigures {
  const unread = (table: 2 | 3 | 4, row: string) =>
    report.unread.some(({ cell }) => cell?.table === table && (cell.table === 4 ? cell.block : cell.row) === row);
  const readRows = <T extends object>(table: 2 | 3, rows: T): T =>
    Object.fromEntries(Object.entries(rows).filter(([row]) => !unread(table, row))) as T;
  const table4Unread = report.unread.some(({ cell }) => cell?.table === 4);
  const table3: Table3<Figure> | null = report.table3 && readRows(3, report.table3);
  return {
    year: report.year ?? year,
    form: report.form ?? (report.otherAsOneRow ? '2019' : '2021'),
    table2: report.table2 && readRows(2, report.table2),
    table3,
    table4: table4Unread ? null : report.table4,
  };
}
