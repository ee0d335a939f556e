import { WaiveRule } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { headRequest } from '../office/people.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { required } from '../shell/parse.js';
import { SettlingCommand, type SettlingOptions } from './settling-options.js';
import { editionOption } from './year-options.js';

interface WaiveOptions extends SettlingOptions {
  readonly rule?: string;
  readonly edition?: number;
}

/** `gongkai year waive`: lets a failed rule pass for one year, before its closing, or for a restatement of it. */
@SubCommand({
  name: 'waive',
  description: '豁免一条不符的勾稽规则：结账之前，或者注明版次、在重述之前；记下理由和批准人',
})
export class YearWaiveCommand extends SettlingCommand<WaiveOptions> {
  override async execute({ dataDir, options, output }: Invocation<WaiveOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const { edition } = options;
    const rule = required('--rule', options.rule);
    const body = { ...this.decisionOf(options), rule, ...(edition !== undefined && { edition }) };
    const request = headRequest(options.actor);
    const recorded = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new WaiveRule(agency, year, body, request)),
    );
    output.answer(recorded, () => `已豁免 ${agency} ${year} 年度的规则 ${rule}（版本号 ${recorded.revision}）`);
  }

  @Option({ flags: '--rule <规则>', name: 'rule', description: '规则编号，例如 V5；year rules 列出各规则' })
  parseRule(value: string): string {
    return value;
  }

  @Option({ flags: '--reason <理由>', name: 'reason', description: '为何不适用；不得写入个人信息' })
  parseReason(value: string): string {
    return value;
  }

  @Option({ flags: '--edition <版次>', name: 'edition', description: '仅用于重述已结账的年度：将公布的版次' })
  parseEdition(value: string): number {
    return editionOption(value);
  }
}
