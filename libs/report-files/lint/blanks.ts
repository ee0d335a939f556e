import { cellKey, figureAt, type CellAddress, type ReportFigures, type RuleResult } from '#statistics';

/**
 * What rules say of a report that others have published, with blanks told apart from failures. A blank cell counts as 0 in a sum and
 * is no wrong figure by itself (V6 would have it filled in); a sum whose result is blank cannot be wrong. Both are listed in `blank`,
 * by the keys of the cells, and in the reason of the rule.
 */
export function setBlanksAside(
  results: readonly RuleResult[],
  figures: ReportFigures,
): { readonly rules: readonly RuleResult[]; readonly blank: readonly string[] } {
  const isBlank = (cell: CellAddress) => figureAt(figures, cell) === null;
  const blank = new Set<string>();
  const rules = results.map((result): RuleResult => {
    const aside = result.findings.filter(({ rule, cells }) =>
      rule === 'V6' ? cells.every(isBlank) : cells.some((cell) => isTotal(cell) && isBlank(cell)),
    );
    if (aside.length === 0) return result;
    for (const cell of aside.flatMap(({ cells }) => cells.filter(isBlank))) blank.add(cellKey(cell));
    const findings = result.findings.filter((finding) => !aside.includes(finding));
    const reason = `${String(aside.length)} 处因单元格空白未作不符处理`;
    return { ...result, status: findings.length === 0 ? 'passed' : 'failed', reason, findings };
  });
  return { rules, blank: [...blank] };
}

/** Whether the form has a sum in the cell. */
function isTotal(cell: CellAddress): boolean {
  return cell.table !== 2 && (cell.column === 'total' || (cell.table === 3 && cell.row === 'resolvedTotal'));
}
