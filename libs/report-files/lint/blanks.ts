import {
  cellKey,
  figureAt,
  TABLE4_CELLS,
  table2Cells,
  table3Cells,
  type CellAddress,
  type ReportFigures,
  type RuleResult,
} from '#statistics';

/** Keys of the cells that are shown and blank, in the order of the form. */
export function blankCells(figures: ReportFigures): readonly string[] {
  const { form, table3 } = figures;
  const rows = table3 !== null && 'other.all' in table3 ? '2019' : form;
  const cells = [...table2Cells(form), ...table3Cells(rows), ...TABLE4_CELLS];
  return cells.filter((cell) => figureAt(figures, cell) === null).map(cellKey);
}

/**
 * What a rule says of a report that others have published, without what only a blank total makes it say: a blank counts as 0 in a sum,
 * but a sum whose result was left blank cannot be wrong.
 */
export function withoutBlankTotals(result: RuleResult, figures: ReportFigures): RuleResult {
  const isBlankTotal = (cell: CellAddress) => isTotal(cell) && figureAt(figures, cell) === null;
  const findings = result.findings.filter(({ cells }) => !cells.some(isBlankTotal));
  if (findings.length === result.findings.length) return result;
  const reason = `${String(result.findings.length - findings.length)} 处因总计空白无法核对`;
  return { ...result, status: findings.length === 0 ? 'passed' : 'failed', reason, findings };
}

/** Whether the form has a sum in the cell. */
function isTotal(cell: CellAddress): boolean {
  return cell.table !== 2 && (cell.column === 'total' || (cell.table === 3 && cell.row === 'resolvedTotal'));
}
