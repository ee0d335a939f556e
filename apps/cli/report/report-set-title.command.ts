import { Option, SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

interface SetTitleOptions extends ReportOptions {
  readonly title?: string;
}

/** `gongkai report set-title`: another title than the usual one, or the usual one again. */
@SubCommand({ name: 'set-title', description: '确定报告标题；不写 --title 则恢复通常的标题' })
export class ReportSetTitleCommand extends ReportGongkaiCommand<SetTitleOptions> {
  override async execute(invocation: Invocation<SetTitleOptions>): Promise<void> {
    const title = invocation.options.title ?? null;
    await this.record(invocation, 'set-report-title', { title }, title === null ? '用通常的标题' : `标题“${title}”`);
  }

  @Option({ flags: '--title <标题>', name: 'title', description: '报告标题' })
  parseTitle(value: string): string {
    return value;
  }
}
