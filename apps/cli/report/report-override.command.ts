import { Option, SubCommand } from 'nest-commander';
import type { Invocation } from '../shell/gongkai-command.js';
import { required } from '../shell/parse.js';
import { UsageFault } from '../shell/usage-fault.js';
import { readText } from './read-text.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

interface OverrideOptions extends ReportOptions {
  readonly sentence?: string;
  readonly text?: string;
  readonly file?: string;
  readonly reason?: string;
}

/** `gongkai report override`: a sentence in the place of a generated one, with the reason. */
@SubCommand({
  name: 'override',
  description: '改写一个自动生成的句子并写明理由；句子编号见 report history。不得写入个人信息',
})
export class ReportOverrideCommand extends ReportGongkaiCommand<OverrideOptions> {
  override async execute(invocation: Invocation<OverrideOptions>): Promise<void> {
    const { options } = invocation;
    const sentence = required('--sentence', options.sentence);
    const body = { sentence, text: textOf(options), reason: required('--reason', options.reason) };
    await this.record(invocation, 'override-report-sentence', body, `句子 ${sentence} 已改写`);
  }

  @Option({ flags: '--sentence <编号>', name: 'sentence', description: '句子编号，例如 applications.received' })
  parseSentence(value: string): string {
    return value;
  }

  @Option({ flags: '--text <文字>', name: 'text', description: '改写后的句子' })
  parseText(value: string): string {
    return value;
  }

  @Option({ flags: '--file <文件>', name: 'file', description: '从 UTF-8 文本文件读取句子；- 表示标准输入' })
  parseFile(value: string): string {
    return value;
  }

  @Option({ flags: '--reason <理由>', name: 'reason', description: '为何改写' })
  parseReason(value: string): string {
    return value;
  }
}

function textOf({ text, file }: OverrideOptions): string {
  if (text !== undefined && file !== undefined) throw new UsageFault('--text 与 --file 只能写一个');
  return text ?? readText(required('--text', file));
}
