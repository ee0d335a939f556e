import { Option, SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { required } from '../shell/parse.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

interface WithdrawOverrideOptions extends ReportOptions {
  readonly sentence?: string;
}

/** `gongkai report withdraw-override`: the sentence is generated again. */
@SubCommand({ name: 'withdraw-override', description: '撤销改写，恢复自动生成的句子' })
export class ReportWithdrawOverrideCommand extends ReportGongkaiCommand<WithdrawOverrideOptions> {
  override async execute(invocation: Invocation<WithdrawOverrideOptions>): Promise<void> {
    const sentence = required('--sentence', invocation.options.sentence);
    await this.record(invocation, 'withdraw-report-override', { sentence }, `句子 ${sentence} 恢复自动生成`);
  }

  @Option({ flags: '--sentence <编号>', name: 'sentence', description: '句子编号，例如 applications.received' })
  parseSentence(value: string): string {
    return value;
  }
}
