import { GetYearEndStatus, systemClock } from '#office';
import { REPORT_FORMATS, type ReportFormat } from '#report-files';
import { Command, Option } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT, type ExitCode } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import type { Output } from '../shell/output.js';
import { choiceOption, listOption, required, yearOption } from '../shell/parse.js';
import { runYearEnd, type YearEndDone } from './run-year-end.js';
import { unwritableFolders } from './unwritable-folders.js';
import { runsDocument, runText, statusText } from './year-end-text.js';

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
    if (options.check === true) return check(dataDir, year, options.out, output);
    const out = required('--out', options.out);
    const done = await runYearEnd({
      dataDir,
      year,
      out,
      formats: options.format ?? REPORT_FORMATS,
      actor: options.actor,
      logJson: options.logJson === true,
    });
    output.answer(runsDocument(done), () => runText(done, out));
    process.exitCode = exitCodeOf(done);
  }

  @Option({ flags: '--year <年度>', name: 'year', description: '年度，例如 2025' })
  parseYear(value: string): number {
    return yearOption(value);
  }

  @Option({
    flags: '--out <目录>',
    name: 'out',
    description:
      '报告文件写入哪个目录，每个机关一个子目录，汇总报告在其中的 level、region；与 --check 同用时只看能否写入',
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

  @Option({
    flags: '--check',
    name: 'check',
    description: '只列出各机关未办结、待确认收到、逾期的情况和结账会被拒绝的原因，不作任何记录',
  })
  parseCheck(): boolean {
    return true;
  }

  @Option({ flags: '--log-json', name: 'logJson', description: '在标准错误输出上逐行写 JSON 日志（供定时任务）' })
  parseLogJson(): boolean {
    return true;
  }
}

/** The table before the deadline; records nothing and writes no file. */
async function check(dataDir: string, year: number, out: string | undefined, output: Output): Promise<void> {
  const now = systemClock.now();
  const status = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetYearEndStatus(year, ONLOOKER, now)));
  const unwritable = out === undefined ? [] : unwritableFolders(out, status);
  output.answer({ ...status, ...(out !== undefined && { unwritable }) }, () =>
    [statusText(status), ...unwritable.map(({ path, reason }) => `报告目录无法写入：${path}（${reason}）`)].join('\n'),
  );
  const left = status.lines.filter(({ state }) => state !== 'closed' && state !== 'imported');
  const scopesLeft = status.scopes.filter(({ state }) => state === 'drifted' || state === 'failing');
  process.exitCode = left.length + scopesLeft.length + unwritable.length === 0 ? EXIT.ok : EXIT.refused;
}

function exitCodeOf({ run, runs, scopes }: YearEndDone): ExitCode {
  if (run.interrupted) return EXIT.interrupted;
  const outcomes = [...runs.map(({ result }) => result.outcome), ...scopes.map(({ outcome }) => outcome)];
  return outcomes.includes('refused') ? EXIT.refused : EXIT.ok;
}
