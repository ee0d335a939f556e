import type { DocumentFigures, Figure, Table2Cell } from '../figures.js';
import { TABLE2_COLUMN_LABELS, TABLE2_ROW_LABELS } from '../labels.js';
import { found, notApplicable, type Fault, type Rule } from './rule.js';

type DocumentRow = 'regulations' | 'normativeDocuments';
const ROWS: readonly DocumentRow[] = ['regulations', 'normativeDocuments'];

/** V12: documents in force last year + made − repealed = documents in force. A clean-up of old documents may break it, hence a warning. */
export const documentsInForce: Rule = {
  id: 'V12',
  version: 1,
  title: '上年现行有效件数加本年制发件数减本年废止件数，等于本年现行有效件数',
  source: '年度报告格式表二第二十条第（一）项',
  reads: () => ROWS.flatMap(cellsOfRow),
  severity: () => 'warning',
  check({ figures, lastYear }) {
    if (lastYear === null) return notApplicable('没有上年度已公布的报告');
    const rows = ROWS.map((row) => ({ row, now: figures.table2?.[row], then: lastYear.table2?.[row].inForce ?? null }));
    const known = rows.filter(({ now, then }) => now !== undefined && isKnown(now) && then !== null);
    if (known.length === 0) return notApplicable('本年度或上年度报告未载明现行有效件数');
    return found(known.flatMap(({ row, now, then }) => faultOf(row, now as DocumentFigures, then as number)));
  },
};

function faultOf(row: DocumentRow, { made, repealed, inForce }: DocumentFigures, before: number): readonly Fault[] {
  const expected = before + made - repealed;
  if (expected === inForce) return [];
  const message =
    `${TABLE2_ROW_LABELS[row]}：上年${TABLE2_COLUMN_LABELS.inForce} ${String(before)} + ${TABLE2_COLUMN_LABELS.made} ${String(made)}` +
    ` - ${TABLE2_COLUMN_LABELS.repealed} ${String(repealed)} = ${String(expected)}，而${TABLE2_COLUMN_LABELS.inForce} ${String(inForce)}`;
  return [{ message, cells: cellsOfRow(row) }];
}

function isKnown(document: DocumentFigures<Figure>): document is DocumentFigures {
  return document.made !== null && document.repealed !== null && document.inForce !== null;
}

function cellsOfRow(row: DocumentRow): readonly Table2Cell[] {
  return (['made', 'repealed', 'inForce'] as const).map((column) => ({ table: 2, row, column }));
}
