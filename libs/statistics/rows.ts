import { RESULT_ROWS_2021, type ResultRow2019, type ResultRow2021 } from '#casework';
import type { ReportForm } from '#agency';

/** A leaf row of 三、本年度办理结果 in either form. */
export type ResultRow = ResultRow2021 | ResultRow2019;

/** A row of table 3 in either form; ids as in published data. */
export type Table3Row = 'new' | 'carriedIn' | ResultRow | 'resolvedTotal' | 'carriedOut';

/** The three rows of （六）其他处理 in the 2021 form, one row `other.all` in the 2019 form. */
export const OTHER_ROWS = ['other.overdueCorrection', 'other.overdueFee', 'other.other'] as const;

const isOther = (row: ResultRow2021) => (OTHER_ROWS as readonly string[]).includes(row);

const RESULT_ROWS: Readonly<Record<ReportForm, readonly ResultRow[]>> = {
  '2021': RESULT_ROWS_2021,
  '2019': [...RESULT_ROWS_2021.filter((row) => !isOther(row)), 'other.all'],
};

/** The leaf rows of 三、本年度办理结果, in the order of the form. */
export function resultRows(form: ReportForm): readonly ResultRow[] {
  return RESULT_ROWS[form];
}

/** All rows of table 3 that carry figures, in the order of the form. */
export function table3Rows(form: ReportForm): readonly Table3Row[] {
  return ['new', 'carriedIn', ...resultRows(form), 'resolvedTotal', 'carriedOut'];
}

/** The row of `form` in which a result is shown: the 2019 form adds the three rows of （六） up (DR 2.3). */
export function rowInForm(row: ResultRow2021, form: ReportForm): ResultRow {
  return form === '2019' && isOther(row) ? 'other.all' : row;
}

/** The rows of the 2021 form whose sum a result row is: itself, or the three rows of （六）. */
export function partsOf(row: ResultRow): readonly ResultRow2021[] {
  return row === 'other.all' ? OTHER_ROWS : [row];
}
