import { cell3 } from '../cells.js';
import { TABLE3_COLUMNS } from '../columns.js';
import { TABLE3_COLUMN_LABELS, TABLE3_ROW_LABELS } from '../labels.js';
import type { Table3Row } from '../rows.js';
import { cellsRead, checkEquations, type Equation } from './equation.js';
import { alwaysError, type Rule } from './rule.js';

/** Per column of table 3: 一 + 二 = 三（七） + 四, as printed at the head of the form. */
const EQUATIONS: readonly Equation[] = TABLE3_COLUMNS.map((column) => {
  const term = (row: Table3Row) => ({ label: TABLE3_ROW_LABELS[row], cell: cell3(row, column) });
  return {
    about: `“${TABLE3_COLUMN_LABELS[column]}”列`,
    left: [term('new'), term('carriedIn')],
    right: [term('resolvedTotal'), term('carriedOut')],
  };
});

/** V1: the balance printed in the form. */
export const printedBalance: Rule = {
  id: 'V1',
  version: 2,
  title: '各列：第一项加第二项之和，等于第三项加第四项之和',
  source: '年度报告格式表三表头',
  reads: () => cellsRead(EQUATIONS),
  severity: alwaysError,
  check: ({ figures }) => checkEquations(figures, EQUATIONS, '表三的一、二、（七）、四各行'),
};
