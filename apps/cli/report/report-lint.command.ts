import { SubCommand, Option } from 'nest-commander';
import { EXIT, type ExitCode } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { lintFiles, type FileResult } from './lint-files.js';
import { lintText } from './lint-text.js';
import { documentOfResult, summaryOf } from './summary.js';

interface ReportLintOptions extends GlobalOptions {
  readonly lastYear?: string;
}

/** `gongkai report lint FILE...`: reads published reports and puts them to the rules. Needs no data directory, records nothing. */
@SubCommand({
  name: 'lint',
  arguments: '<文件...>',
  argsDescription: { 文件: '已公布的年度报告：文本、Markdown、HTML、DOCX、XLSX、XLS 或有文字层的 PDF；- 为标准输入' },
  description: '读取已公布的年度报告并逐条核对勾稽关系；有规则不符时退出码为 1，有文件无法读取时为 2',
})
export class ReportLintCommand extends GongkaiCommand<ReportLintOptions> {
  override async execute({ args, options, output }: Invocation<ReportLintOptions>): Promise<void> {
    const results = await lintFiles(args, options.lastYear ?? null);
    output.answer({ files: results.map(documentOfResult), summary: summaryOf(results) }, () => lintText(results));
    process.exitCode = exitCodeFor(results);
  }

  @Option({
    flags: '--last-year <文件>',
    name: 'lastYear',
    description: '同一机关上年度的报告，用于核对结转和现行有效件数；同时给出连续两年的报告时自动比对',
  })
  parseLastYear(value: string): string {
    return value;
  }
}

/** Any rule that fails counts, error or warning. Cells that could not be read are told, but a file is unread only as a whole. */
function exitCodeFor(results: readonly FileResult[]): ExitCode {
  const { unreadable, failed } = summaryOf(results);
  return unreadable > 0 ? EXIT.usage : failed > 0 ? EXIT.refused : EXIT.ok;
}
