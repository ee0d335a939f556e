import { yuan10k } from '#agency';
import {
  allCells,
  figureAt,
  rowLabel,
  TABLE3_COLUMN_LABELS,
  TABLE4_BLOCK_LABELS,
  TABLE4_COLUMN_LABELS,
  table2ColumnLabel,
  table2RowLabel,
  type CellAddress,
  type SummedFigures,
} from '#statistics';
import { statusLabel } from '../layout/draft.js';
import { fenOf } from '../layout/fen-of.js';
import { printable } from '../layout/printable.js';
import { spreadsheetText } from '../layout/spreadsheet-text.js';
import type { AnnualReport } from '../report/annual-report.js';

const HEAD = ['机关编号', '机关名称', '年度', '格式', '版次', '表', '行编号', '行', '列编号', '列', '数值'];

/** So that a spreadsheet reads the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A row of the long table after the report it belongs to. */
interface Entry {
  readonly table: number;
  readonly row: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly columnLabel: string;
  /** Digits of a number, or text in quotation marks; a figure that nobody recorded is blank, which is not 0. */
  readonly value: string;
}

/**
 * Every figure of a report in a row of its own, in the order of the form: CSV (RFC 4180) in UTF-8 with byte order mark. Amounts in
 * 万元 are exact. Text that a spreadsheet would execute is neutralised. Equal reports give equal text.
 */
export function renderCsv(report: AnnualReport): string {
  const { agency, agencyName, year, figures } = report;
  const of = [field(agency), field(agencyName), String(year), figures.form, field(statusLabel(report))];
  const lines = entriesOf(figures).map((entry) =>
    [
      ...of,
      String(entry.table),
      entry.row,
      field(entry.rowLabel),
      entry.column,
      field(entry.columnLabel),
      entry.value,
    ].join(','),
  );
  return BYTE_ORDER_MARK + [HEAD.join(','), ...lines, ''].join('\r\n');
}

function entriesOf(figures: SummedFigures): readonly Entry[] {
  const numbers = allCells(figures.form).map((cell) => numberEntry(figures, cell));
  const last = numbers.findLastIndex(({ table }) => table === 2) + 1;
  return [...numbers.slice(0, last), ...amountEntries(figures), ...numbers.slice(last)];
}

function numberEntry(figures: SummedFigures, cell: CellAddress): Entry {
  const figure = figureAt(figures, cell) ?? null;
  const digits = cell.column === 'amount10k' && figure !== null ? yuan10k(fenOf(figure)) : String(figure ?? '');
  const row = cell.table === 4 ? cell.block : cell.row;
  return { table: cell.table, row, column: cell.column, value: digits, ...labelsOf(cell, figures) };
}

function labelsOf(cell: CellAddress, { form }: SummedFigures): Pick<Entry, 'rowLabel' | 'columnLabel'> {
  switch (cell.table) {
    case 2:
      return { rowLabel: table2RowLabel(cell.row, form), columnLabel: table2ColumnLabel(cell.column, form) };
    case 3:
      return { rowLabel: rowLabel(cell.row), columnLabel: TABLE3_COLUMN_LABELS[cell.column] };
    case 4:
      return { rowLabel: TABLE4_BLOCK_LABELS[cell.block], columnLabel: TABLE4_COLUMN_LABELS[cell.column] };
  }
}

/** The only cell of a table that is text: 采购总金额 of the 2019 form, whose unit differs. */
function amountEntries({ table2, form }: SummedFigures): readonly Entry[] {
  if (!('procurement' in table2)) return [];
  const value = field(table2.procurement.amountText ?? '');
  const labels = { rowLabel: table2RowLabel('procurement', form), columnLabel: '采购总金额' };
  return [{ table: 2, row: 'procurement', column: 'amountText', ...labels, value }];
}

/** A text as a field on one line: neutralised, quoted where it must be. */
function field(text: string): string {
  const safe = spreadsheetText(printable(text));
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
