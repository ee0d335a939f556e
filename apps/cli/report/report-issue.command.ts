import { TABLE_SCOPE_LABELS } from '#agency';
import { SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { ScopedReportCommand, type ScopedReportOptions } from './scoped-report-command.js';

/** `gongkai report issue`: fixes the words together with the edition of the figures, or with the sum of a scope. */
@SubCommand({
  name: 'issue',
  description:
    '报告定稿：文字与数字一并固定；本机关的须先结账，汇总的须成员齐全并均已结账或导入；须先落款、确认或重写沿用的文字',
})
export class ReportIssueCommand extends ScopedReportCommand {
  override async execute(invocation: Invocation<ScopedReportOptions>): Promise<void> {
    const { scope = 'own' } = invocation.options;
    const what = scope === 'own' ? '' : `（${TABLE_SCOPE_LABELS[scope]}）`;
    await this.record(invocation, 'issue-report', { scope }, `已定稿${what}`);
  }
}
