import { Option, SubCommand } from 'nest-commander';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { headRequest } from '../office/people.js';
import { lookingAt, recordingIn } from '../office/with-office.js';
import { untilInterrupted } from '../play/interruption.js';
import { EXIT, type ExitCode } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { required, yearOption } from '../shell/parse.js';
import { importDocument, type ImportReport } from './import-report.js';
import { importText } from './import-text.js';
import { assertWritable, writeReport } from './report-file.js';

interface ImportCasesOptions extends RecorderOptions {
  readonly mapping?: string;
  readonly agency?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly openingBalance?: number;
  readonly report?: string;
}

/** `gongkai import cases FILE`: takes over an older register (docs/import.zh-CN.md). */
@SubCommand({
  name: 'cases',
  arguments: '<台账文件>',
  argsDescription: { 台账文件: 'XLSX、XLS 或 CSV' },
  description: '按对照文件导入依申请公开台账；可重复执行或中断后再次执行，已登记的不会重复登记',
})
export class ImportCasesCommand extends RecorderCommand<ImportCasesOptions> {
  override async execute({ args, dataDir, options, output }: Invocation<ImportCasesOptions>): Promise<void> {
    const agency = required('--agency', options.agency);
    const request = headRequest(options.actor);
    // Only here: the other commands need not load what reads workbooks.
    const { readRegisterFiles } = await import('./register-files.js');
    const { importCases } = await import('./import-cases.js');
    const files = readRegisterFiles(args[0] ?? '', required('--mapping', options.mapping));
    if (options.report !== undefined) assertWritable(options.report);
    const dryRun = options.dryRun === true;
    const open = dryRun ? lookingAt : recordingIn;
    const report = await untilInterrupted((signal) =>
      open(dataDir, ({ office }) =>
        importCases(office, files, {
          agency,
          request,
          signal,
          dryRun,
          strict: options.strict === true,
          openingYear: options.openingBalance ?? null,
        }),
      ),
    );
    if (options.report !== undefined) writeReport(options.report, report);
    output.answer(importDocument(report), () => importText(report, options.report));
    process.exitCode = exitCodeOf(report);
  }

  @Option({ flags: '--mapping <文件>', name: 'mapping', description: '对照文件（JSON）：列、用语、日期写法' })
  parseMapping(value: string): string {
    return value;
  }

  @Option({ flags: '--agency <机关>', name: 'agency', description: '机关编号' })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--dry-run', name: 'dryRun', description: '只核对，不登记' })
  parseDryRun(): boolean {
    return true;
  }

  @Option({ flags: '--strict', name: 'strict', description: '有一行不能登记，就一行也不登记' })
  parseStrict(): boolean {
    return true;
  }

  @Option({
    flags: '--opening-balance <年度>',
    name: 'openingBalance',
    description: '启用本系统的第一个年度：此前已办结的不导入，在办的作为期初结转',
  })
  parseOpeningBalance(value: string): number {
    return yearOption(value, '--opening-balance');
  }

  @Option({ flags: '--report <文件>', name: 'report', description: '把全部结果写入文件：.json 或 .csv' })
  parseReport(value: string): string {
    return value;
  }
}

function exitCodeOf({ stopped, counts }: ImportReport): ExitCode {
  if (stopped === 'interrupted') return EXIT.interrupted;
  return counts.refused + counts.differing === 0 ? EXIT.ok : EXIT.refused;
}
