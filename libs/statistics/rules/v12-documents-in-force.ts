import { cells2 } from '../cells.js';
import type { Table2Column } from '../figures.js';
import { table2ColumnLabel, table2RowLabel } from '../labels.js';
import { figureAt } from '../report.js';
import { found, notApplicable, type Fault, type Rule, type RuleContext } from './rule.js';

type DocumentRow = 'regulations' | 'normativeDocuments';
const ROWS: readonly DocumentRow[] = ['regulations', 'normativeDocuments'];

/**
 * V12: documents in force last year + made - repealed = documents in force. A clean-up of old documents may break it, hence a
 * warning. The 2019 form does not tell documents in force.
 */
export const documentsInForce: Rule = {
  id: 'V12',
  version: 1,
  title: '上年现行有效件数加本年制发件数减本年废止件数，等于本年现行有效件数',
  source: '年度报告格式表二第二十条第（一）项',
  reads: ({ form }) => (form === '2021' ? ROWS.flatMap(cellsOfRow) : []),
  severity: () => 'warning',
  check(context) {
    if (context.lastYear === null) return notApplicable('没有上年度已公布的报告');
    const faults = ROWS.map((row) => faultsOf(row, context));
    if (faults.every((one) => one === null)) return notApplicable('本年度或上年度报告未载明现行有效件数');
    return found(faults.flatMap((one) => one ?? []));
  },
};

/** `null` where a figure is not known: then nothing can be said about this kind of document. */
function faultsOf(row: DocumentRow, { figures, lastYear }: RuleContext): readonly Fault[] | null {
  const read = (report: RuleContext['lastYear'], column: Table2Column) =>
    (report && figureAt(report, { table: 2, row, column })) ?? null;
  const before = read(lastYear, 'inForce');
  const [made, repealed, inForce] = [read(figures, 'made'), read(figures, 'repealed'), read(figures, 'inForce')];
  if (before === null || made === null || repealed === null || inForce === null) return null;
  const expected = before + made - repealed;
  if (expected === inForce) return [];
  const label = (column: Table2Column, value: number) => `${table2ColumnLabel(column, '2021')} ${String(value)}`;
  const message =
    `${table2RowLabel(row, '2021')}：上年${label('inForce', before)} + ${label('made', made)} - ${label('repealed', repealed)}` +
    ` = ${String(expected)}，而${label('inForce', inForce)}`;
  return [{ message, cells: cellsOfRow(row) }];
}

function cellsOfRow(row: DocumentRow) {
  return cells2(row, 'made', 'repealed', 'inForce');
}
