import { gapNotices, type AnnualReport } from '#annual-report';
import { GetAnnualReport, SOFTWARE_VERSION } from '#office';
import {
  manifestFile,
  manifestOf,
  REPORT_FORMATS,
  writeReportFile,
  type ReportFile,
  type ReportFormat,
  type ReportManifest,
} from '#report-files';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { choiceOption, listOption, required } from '../shell/parse.js';
import { progress } from '../shell/progress.js';
import { issueOption } from './issue-option.js';
import { ScopedReportCommand, type ScopedReportOptions } from './scoped-report-command.js';
import { writeFolder } from './write-folder.js';

interface ExportOptions extends ScopedReportOptions {
  readonly out?: string;
  readonly format?: readonly ReportFormat[];
  readonly issue?: number | 'draft';
  readonly replace?: boolean;
}

/** `gongkai report export`: the files of a report, with a manifest. Also while the service runs. */
@SubCommand({
  name: 'export',
  description: '导出年度报告文件（json、html、docx、xlsx、pdf、csv）和清单；草稿逐页标明',
})
export class ReportExportCommand extends ScopedReportCommand<ExportOptions> {
  override async execute({ dataDir, options, output }: Invocation<ExportOptions>): Promise<void> {
    const { agency, year } = this.targetOf(options);
    const { issue = null, scope } = options;
    const out = required('--out', options.out);
    const report = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetAnnualReport(agency, year, issue, ONLOOKER, scope)),
    );
    const files = await filesOf(report, options.format ?? REPORT_FORMATS);
    const manifest = manifestOf(report, files, SOFTWARE_VERSION);
    await writeFolder(out, [...files, manifestFile(manifest)], options.replace === true ? 'replace' : 'refuse');
    output.answer({ directory: out, ...manifest }, () => exportedText(out, manifest, gapNotices(report)));
  }

  @Option({ flags: '--out <目录>', name: 'out', description: '写入哪个目录（没有则新建）' })
  parseOut(value: string): string {
    return value;
  }

  @Option({
    flags: '--format <格式>',
    name: 'format',
    description: `只要哪些格式，以逗号分隔：${REPORT_FORMATS.join('、')}`,
  })
  parseFormat(value: string): readonly ReportFormat[] {
    return [...new Set(listOption(value).map((word) => choiceOption('--format', word, REPORT_FORMATS)))];
  }

  @Option({ flags: '--issue <版次>', name: 'issue', description: '定稿的版次，或 draft（草稿）；默认最近一次定稿' })
  parseIssue(value: string): number | 'draft' {
    return issueOption(value);
  }

  @Option({ flags: '--replace', name: 'replace', description: '覆盖目录中同名而内容不同的文件' })
  parseReplace(): boolean {
    return true;
  }
}

async function filesOf(report: AnnualReport, formats: readonly ReportFormat[]): Promise<readonly ReportFile[]> {
  const bar = progress('生成文件', formats.length);
  try {
    const files: ReportFile[] = [];
    for (const format of formats) {
      files.push(await writeReportFile(report, format));
      bar.update(files.length);
    }
    return files;
  } finally {
    bar.stop();
  }
}

function exportedText(
  directory: string,
  { agencyName, year, status, files }: ReportManifest,
  notices: readonly string[],
): string {
  const what = status === 'draft' ? '草稿' : '定稿';
  return [
    `${agencyName} ${String(year)} 年度报告（${what}）已写入 ${directory}`,
    ...notices,
    ...files.map(({ name, bytes, sha256 }) => `${name}（${String(bytes)} 字节）SHA-256 ${sha256}`),
  ].join('\n');
}
