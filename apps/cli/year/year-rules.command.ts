import { GetYearRules, type YearRulesView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

const STATUS_LABELS = { passed: '符合', failed: '不符', 'not-applicable': '不适用' } as const;

/** `gongkai year rules`: every rule of the catalogue, applied to the figures as they are now. */
@SubCommand({ name: 'rules', description: '勾稽关系逐条核对；有未豁免的错误时退出码为 1' })
export class YearRulesCommand extends YearGongkaiCommand {
  override async execute({ dataDir, options, output }: Invocation<YearOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const rules = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetYearRules(agency, year, options.form ?? null, ONLOOKER)),
    );
    output.answer(rules, () => rulesText(rules));
    if (rules.blocking.length > 0) process.exitCode = EXIT.refused;
  }
}

function rulesText({ results, blocking }: YearRulesView): string {
  const table = textTable(
    ['规则', '结果', '内容'].map((head) => ({ head })),
    results.map(({ rule, status, title, waived }) => [
      rule,
      `${STATUS_LABELS[status]}${waived ? '（已豁免）' : ''}`,
      title,
    ]),
  );
  const findings = results.flatMap((result) => result.findings.map(({ rule, message }) => `${rule}：${message}`));
  const verdict = blocking.length === 0 ? '可以结账' : `不能结账：${blocking.join('、')}`;
  return [table, '', ...findings, verdict].join('\n');
}
