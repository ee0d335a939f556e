import { REPORT_PART_LABELS, type ReportPartId } from '#agency';
import { Option, SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { required } from '../shell/parse.js';
import { PARTS_HELP, partOption } from './part-option.js';
import { readText } from './read-text.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

interface WriteSectionOptions extends ReportOptions {
  readonly part?: ReportPartId;
  readonly file?: string;
}

/** `gongkai report write-section`: a further version of the free text of a part. */
@SubCommand({
  name: 'write-section',
  description: '撰写一个部分的文字（从文件或标准输入）；此前的各版本仍可查。不得写入个人信息',
})
export class ReportWriteSectionCommand extends ReportGongkaiCommand<WriteSectionOptions> {
  override async execute(invocation: Invocation<WriteSectionOptions>): Promise<void> {
    const part = required('--part', invocation.options.part);
    const text = readText(required('--file', invocation.options.file));
    await this.record(invocation, 'write-report-part', { part, text }, `已写“${REPORT_PART_LABELS[part]}”`);
  }

  @Option({ flags: '--part <部分>', name: 'part', description: `部分：${PARTS_HELP}` })
  parsePart(value: string): ReportPartId {
    return partOption(value);
  }

  @Option({
    flags: '--file <文件>',
    name: 'file',
    description: 'UTF-8 文本文件，每行一段；- 表示标准输入；空文件表示没有内容',
  })
  parseFile(value: string): string {
    return value;
  }
}
