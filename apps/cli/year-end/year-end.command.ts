import { CloseYearOfAll, GetYearEndStatus, systemClock } from '#office';
import { REPORT_FORMATS, type ReportFormat } from '#report-files';
import { Command, Option } from 'nest-commander';
import { ONLOOKER, operatorRequest } from '../office/people.js';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { lookingAt, recordingIn } from '../office/with-office.js';
import { untilInterrupted } from '../play/interruption.js';
import { EXIT, type ExitCode } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { choiceOption, listOption, required, yearOption } from '../shell/parse.js';
import { progress } from '../shell/progress.js';
import { runLog } from './run-log.js';
import { writeAgencyFolder } from './agency-folder.js';
import { scopeRunDocument, writeScopeFolders, type ScopeRun } from './scope-folders.js';
import { runDocument, runText, statusText, type AgencyRun } from './year-end-text.js';

interface YearEndOptions extends RecorderOptions {
  readonly year?: number;
  readonly out?: string;
  readonly format?: readonly ReportFormat[];
  readonly check?: boolean;
  readonly logJson?: boolean;
}

/** `gongkai year-end`: closes a year for all agencies and writes their reports; with `--check` only the table before the deadline. */
@Command({
  name: 'year-end',
  description:
    '年终：逐个机关结转、核对、结账并写出年度报告文件，再写出各级政府的汇总报告；可重复执行，也可随时中断后再执行',
})
export class YearEndCommand extends RecorderCommand<YearEndOptions> {
  override async execute({ dataDir, options, output }: Invocation<YearEndOptions>): Promise<void> {
    const year = required('--year', options.year);
    if (options.check === true) {
      const now = systemClock.now();
      const status = await lookingAt(dataDir, ({ queries }) =>
        queries.execute(new GetYearEndStatus(year, ONLOOKER, now)),
      );
      output.answer(status, () => statusText(status));
      process.exitCode = status.lines.every(({ state }) => state === 'closed') ? EXIT.ok : EXIT.refused;
      return;
    }
    const out = required('--out', options.out);
    const formats = options.format ?? REPORT_FORMATS;
    const log = runLog(options.logJson === true);
    const runs: AgencyRun[] = [];
    log.info({ year, out }, 'year-end-started');
    const { run, scopes } = await untilInterrupted((signal) =>
      recordingIn(dataDir, async ({ commands, queries }) => {
        const folders = { queries, out, year, formats };
        const bar = progress('年终', 1);
        const onResult: CloseYearOfAll['watch']['onResult'] = async (result, done, agencies) => {
          const folder = result.outcome === 'closed' ? await writeAgencyFolder(folders, result.agency) : null;
          runs.push({ result, folder });
          log.info(runDocument({ result, folder }), 'agency-done');
          bar.update(done, agencies);
        };
        const onWritten = (one: ScopeRun) => log.info(scopeRunDocument(one), 'scope-written');
        try {
          const closed = await commands.execute(
            new CloseYearOfAll(year, operatorRequest(options.actor), { signal, onResult }),
          );
          const written = await writeScopeFolders(folders, { signal, onWritten });
          return { run: { ...closed, interrupted: written.interrupted || closed.interrupted }, scopes: written.runs };
        } finally {
          bar.stop();
        }
      }),
    );
    const { agencies, interrupted } = run;
    const results = runs.map(runDocument);
    const summary = { year, agencies, interrupted, results, scopes: scopes.map(scopeRunDocument) };
    log.info({ year, agencies, done: runs.length, scopes: scopes.length, interrupted }, 'year-end-ended');
    output.answer(summary, () => runText(run, runs, scopes, out));
    process.exitCode = exitCodeOf(runs, interrupted);
  }

  @Option({ flags: '--year <年度>', name: 'year', description: '年度，例如 2025' })
  parseYear(value: string): number {
    return yearOption(value);
  }

  @Option({
    flags: '--out <目录>',
    name: 'out',
    description: '报告文件写入哪个目录，每个机关一个子目录，汇总报告在其中的 level、region',
  })
  parseOut(value: string): string {
    return value;
  }

  @Option({
    flags: '--format <格式>',
    name: 'format',
    description: `只写哪些格式，以逗号分隔：${REPORT_FORMATS.join('、')}（默认全部）`,
  })
  parseFormat(value: string): readonly ReportFormat[] {
    return listOption(value).map((word) => choiceOption('--format', word, REPORT_FORMATS));
  }

  @Option({ flags: '--check', name: 'check', description: '只列出各机关未办结、逾期和不合规则的情况，不作任何记录' })
  parseCheck(): boolean {
    return true;
  }

  @Option({ flags: '--log-json', name: 'logJson', description: '在标准错误输出上逐行写 JSON 日志（供定时任务）' })
  parseLogJson(): boolean {
    return true;
  }
}

function exitCodeOf(runs: readonly AgencyRun[], interrupted: boolean): ExitCode {
  if (interrupted) return EXIT.interrupted;
  return runs.every(({ result }) => result.outcome === 'closed') ? EXIT.ok : EXIT.refused;
}
