import type { EditionView, FigureValue, LabelledDifference } from '#office';
import { textTable } from '../shell/text-table.js';

/** Figures that differ: published, and now. */
export function differencesText(differences: readonly LabelledDifference[], heads: readonly [string, string]): string {
  return textTable(
    [{ head: '数字' }, { head: heads[0], align: 'right' }, { head: heads[1], align: 'right' }, { head: '编号' }],
    differences.map(({ label, published, now, cell }) => [label, figureText(published), figureText(now), cell]),
  );
}

/** What an edition changes in the one before it: figures, or only cases whose moves cancel out in all of them. */
export function changesOfEdition({
  differences,
  causes,
  causesInAll,
}: Pick<EditionView, 'differences' | 'causes' | 'causesInAll'>): string {
  if (differences.length > 0) return differencesText(differences, ['前一版', '本版']);
  const cases = causes.flatMap((cause) => (cause.kind === 'case' ? [cause.caseId] : []));
  return `数字不变：各案的变动相互抵消（起因 ${causesInAll} 个${cases.length === 0 ? '' : `；案件 ${cases.join('、')}`}）`;
}

function figureText(value: FigureValue): string {
  return value === null ? '—' : String(value);
}
