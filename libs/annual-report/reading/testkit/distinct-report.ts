import { table3Rows, TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import type { GridCell } from '../document.js';
import type { RenderedReport } from './random-report.js';
import { HEADS3, TITLE3 } from './text-layouts.js';

/** Figures and labels written as they are. */
export const PLAIN = {
  figure: (value: number | null) => (value === null ? '' : String(value)),
  label: (text: string) => text,
};

/** A report with figures that tell every cell apart. */
export function distinct(form: '2021' | '2019' = '2021'): RenderedReport {
  const rows = table3Rows(form);
  return {
    variant: form,
    table3: new Map(rows.map((row, at) => [row, [1, 2, 3, 4, 5, 6, 7].map((column) => at * 10 + column)])),
    table4: Array.from({ length: 15 }, (_, at) => at + 1),
  };
}

/** Table 3 as reading should have it. */
export function table3Of(report: RenderedReport): Readonly<Record<string, readonly (number | null)[]>> {
  return Object.fromEntries(report.table3);
}

/** The rows of table 3 in text, each as `write` has it. */
export function rowsText(
  report: RenderedReport,
  write: (row: Table3Row, label: string, figures: string) => string = (_, label, figures) => `${label} ${figures}`,
): string {
  return [...report.table3].map(([row, values]) => write(row, TABLE3_ROW_LABELS[row], values.join(' '))).join('\n');
}

/** Rows under the title and the heads of table 3. */
export function tabled(rows: string): string {
  return [...TITLE3, ...HEADS3, rows].join('\n');
}

/** The cells of a row of a grid, from its texts. */
export function cellAt(row: number): (text: string, column: number) => GridCell {
  return (text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text });
}
