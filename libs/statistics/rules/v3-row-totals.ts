import { APPLICANT_KINDS } from '#casework';
import { cell3 } from '../cells.js';
import type { Table3Column } from '../columns.js';
import { rowLabel, TABLE3_COLUMN_LABELS } from '../labels.js';
import type { ReportFigures } from '../report.js';
import { table3Rows } from '../rows.js';
import { cellsRead, checkEquations, type Equation } from './equation.js';
import { alwaysError, type Rule } from './rule.js';

/** Per row of table 3, every row: the six kinds of applicants add up to 总计. */
function equations(figures: ReportFigures): readonly Equation[] {
  return table3Rows(figures.table3?.['other.all'] ? '2019' : figures.form).map((row) => {
    const term = (column: Table3Column) => ({ label: TABLE3_COLUMN_LABELS[column], cell: cell3(row, column) });
    return { about: rowLabel(row), left: APPLICANT_KINDS.map(term), right: [term('total')] };
  });
}

/** V3: every row adds up to its total. */
export const rowTotals: Rule = {
  id: 'V3',
  version: 1,
  title: '各行：自然人与五类法人或其他组织之和等于总计',
  source: '年度报告格式表三“总计”列',
  reads: (figures) => cellsRead(equations(figures)),
  severity: alwaysError,
  check: ({ figures }) => checkEquations(figures, equations(figures), '表三'),
};
