import type { YearRulesView } from '#office';
import { textTable } from '../shell/text-table.js';

const STATUS_LABELS = { passed: '符合', failed: '不符', 'not-applicable': '不适用' } as const;

/** Every rule with its result, what fails, what passes only for a reason, and whether the year can be closed. */
export function rulesText({ results, blocking }: YearRulesView): string {
  return `${judgedText(results)}\n${blocking.length === 0 ? '可以结账' : `不能结账：${blocking.join('、')}`}`;
}

/** Every rule with its result, what fails, and what passes only for a reason. */
export function judgedText(results: YearRulesView['results']): string {
  const table = textTable(
    ['规则', '结果', '内容'].map((head) => ({ head })),
    results.map(({ rule, status, title, waived }) => [
      rule,
      `${STATUS_LABELS[status]}${waived ? '（已豁免）' : ''}`,
      title,
    ]),
  );
  const findings = results.flatMap((result) => result.findings.map(({ rule, message }) => `${rule}：${message}`));
  // A rule that passes for a reason, such as a carry-over that an accepted adjustment explains, says so.
  const explained = results.flatMap(({ rule, status, reason }) =>
    status === 'passed' && reason !== null ? [`${rule}：${reason}`] : [],
  );
  return [table, '', ...findings, ...explained].join('\n');
}
