import type { LocalDate } from '#kernel';
import { Option, SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { dateOption, required } from '../shell/parse.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

interface SignOptions extends ReportOptions {
  readonly signedOn?: LocalDate;
}

/** `gongkai report sign`: the date under the report. */
@SubCommand({ name: 'sign', description: '确定报告的落款日期' })
export class ReportSignCommand extends ReportGongkaiCommand<SignOptions> {
  override async execute(invocation: Invocation<SignOptions>): Promise<void> {
    const signedOn = required('--signed-on', invocation.options.signedOn);
    await this.record(invocation, 'set-report-signature', { signedOn }, `落款日期 ${signedOn}`);
  }

  @Option({ flags: '--signed-on <日期>', name: 'signedOn', description: '落款日期，在年度结束之后' })
  parseSignedOn(value: string): LocalDate {
    return dateOption('--signed-on', value);
  }
}
