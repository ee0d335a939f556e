import { SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

/** `gongkai report issue`: fixes the words together with the edition of the figures. */
@SubCommand({
  name: 'issue',
  description: '报告定稿：文字与已结账的数字一并固定；须先结账、落款、确认或重写沿用的文字',
})
export class ReportIssueCommand extends ReportGongkaiCommand {
  override async execute(invocation: Invocation<ReportOptions>): Promise<void> {
    await this.record(invocation, 'issue-report', {}, '已定稿');
  }
}
