import type { ReportForm } from '#agency';
import { table2ColumnLabel, table2RowLabel, type Table2Column, type Table2Row } from '#statistics';
import type { Table2Part } from './form.js';

/** A part of table 2 of a form: an item of Art. 20, its rows, and their columns after 信息内容. */
export function partOf(
  form: ReportForm,
  item: string,
  rows: readonly Table2Row[],
  columns: readonly (Table2Column | 'amountText')[],
): Table2Part {
  return {
    item,
    heads: ['信息内容', ...columns.map((column) => headOf(column, form))],
    rows: rows.map((id) => ({ label: table2RowLabel(id, form), id, columns })),
  };
}

/** With its unit, as the form prints it. Decimals are a local matter and no part of the form (DR 2.2, Q20). */
function headOf(column: Table2Column | 'amountText', form: ReportForm): string {
  if (column === 'amountText') return '采购总金额';
  return table2ColumnLabel(column, form) + (column === 'amount10k' ? '（单位：万元）' : '');
}
