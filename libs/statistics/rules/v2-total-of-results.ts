import { cell3 } from '../cells.js';
import { TABLE3_COLUMNS } from '../columns.js';
import { rowLabel, TABLE3_COLUMN_LABELS, TABLE3_ROW_LABELS } from '../labels.js';
import type { ReportFigures } from '../report.js';
import { resultRows } from '../rows.js';
import { cellsRead, checkEquations, type Equation } from './equation.js';
import { alwaysError, type Rule } from './rule.js';

/** Per column of table 3: the leaf rows of 三 add up to （七）总计. A report in the 2021 form may print （六） as one row. */
function equations(figures: ReportFigures): readonly Equation[] {
  const rows = resultRows(figures.table3?.['other.all'] ? '2019' : figures.form);
  return TABLE3_COLUMNS.map((column) => ({
    about: `“${TABLE3_COLUMN_LABELS[column]}”列`,
    left: rows.map((row) => ({ label: rowLabel(row), cell: cell3(row, column) })),
    right: [{ label: TABLE3_ROW_LABELS.resolvedTotal, cell: cell3('resolvedTotal', column) }],
  }));
}

/** V2: the results add up to their total. */
export const totalOfResults: Rule = {
  id: 'V2',
  version: 1,
  title: '各列：（一）至（六）各项之和等于（七）总计',
  source: '年度报告格式表三（七）总计',
  reads: (figures) => cellsRead(equations(figures)),
  severity: alwaysError,
  check: ({ figures }) => checkEquations(figures, equations(figures), '表三本年度办理结果的全部各行'),
};
