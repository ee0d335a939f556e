import { TABLE_SCOPE_LABELS } from '#agency';
import type { YearEndScopeLine, YearEndScopeState } from '#office';
import { textTable } from '../shell/text-table.js';
import { scopeDriftText } from '../year/scope-drift-text.js';

const STATE_LABELS: Readonly<Record<YearEndScopeState, string>> = {
  draft: '尚未定稿',
  issued: '已定稿',
  drifted: '已定稿，其后数字有变动',
  failing: '无法汇总',
};

/** The reports of scopes before the deadline: a line each, then what moved since they were issued, and why there is no sum. */
export function scopeStatusText(lines: readonly YearEndScopeLine[]): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ agency, name, scope, state, issued }) => [
    agency,
    name,
    TABLE_SCOPE_LABELS[scope],
    STATE_LABELS[state],
    issued === null ? '—' : `第 ${issued.issue} 次（${issued.on}）`,
  ]);
  const heads = ['机关', '名称', '汇总', '状态', '定稿'].map((head) => ({ head }));
  return ['', textTable(heads, rows), ...lines.flatMap(detailsText)];
}

function detailsText({ agency, scope, issued, refusal }: YearEndScopeLine): readonly string[] {
  const what = `${agency}（${TABLE_SCOPE_LABELS[scope]}）：`;
  if (issued === null) return refusal === null ? [] : ['', what + refusal.message];
  const [first, ...rest] = scopeDriftText(issued);
  return first === undefined ? [] : ['', what + first, ...rest];
}
