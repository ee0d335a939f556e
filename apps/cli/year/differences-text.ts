import type { FigureValue, LabelledDifference } from '#office';
import { textTable } from '../shell/text-table.js';

/** Figures that differ: published, and now. */
export function differencesText(differences: readonly LabelledDifference[], heads: readonly [string, string]): string {
  return textTable(
    [{ head: '数字' }, { head: heads[0], align: 'right' }, { head: heads[1], align: 'right' }, { head: '编号' }],
    differences.map(({ label, published, now, cell }) => [label, figureText(published), figureText(now), cell]),
  );
}

function figureText(value: FigureValue): string {
  return value === null ? '—' : String(value);
}
