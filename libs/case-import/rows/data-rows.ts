import { plain } from '../cells/plain.js';
import { textOf, type Sheet, type SheetRow } from '../sheet.js';

const TOTAL = /^(总计|合计|小计|累计|共计)/;

/** The rows below the heads, apart from those that are no applications. */
export interface DataRows {
  readonly rows: readonly SheetRow[];
  /** Rows without anything in them; not worth a line each. */
  readonly blank: number;
  /** Rows that sum others up: no number of a case of their own, and a cell that says so. */
  readonly totals: readonly SheetRow[];
}

/** Sorts out blank rows and rows of totals. `numberOf` reads the number of the case as it stands there. */
export function dataRows({ rows }: Sheet, headerRow: number, numberOf: (row: SheetRow) => string): DataRows {
  const below = rows.filter(({ number }) => number > headerRow);
  const filled = below.filter(({ cells }) => cells.some((cell) => plain(textOf(cell)) !== ''));
  const isTotal = (row: SheetRow): boolean => {
    const number = numberOf(row);
    return (number === '' || TOTAL.test(number)) && row.cells.some((cell) => TOTAL.test(plain(textOf(cell))));
  };
  const totals = filled.filter(isTotal);
  return { rows: filled.filter((row) => !isTotal(row)), blank: below.length - filled.length, totals };
}
