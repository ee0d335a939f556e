import { REPORT_PART_LABELS, type ReportPartId } from '#agency';
import { Option, SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { required } from '../shell/parse.js';
import { PARTS_HELP, partOption } from './part-option.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

interface ConfirmDraftOptions extends ReportOptions {
  readonly part?: ReportPartId;
}

/** `gongkai report confirm-draft`: last year's text of a part holds for this year. */
@SubCommand({ name: 'confirm-draft', description: '确认一个部分沿用上年的文字' })
export class ReportConfirmDraftCommand extends ReportGongkaiCommand<ConfirmDraftOptions> {
  override async execute(invocation: Invocation<ConfirmDraftOptions>): Promise<void> {
    const part = required('--part', invocation.options.part);
    await this.record(invocation, 'confirm-report-draft', { part }, `“${REPORT_PART_LABELS[part]}”沿用上年文字`);
  }

  @Option({ flags: '--part <部分>', name: 'part', description: `部分：${PARTS_HELP}` })
  parsePart(value: string): ReportPartId {
    return partOption(value);
  }
}
