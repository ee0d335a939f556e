import { localDateOf, type JsonObject, type LocalDate } from '#kernel';
import { RecordReportCommand, systemClock } from '#office';
import { Option } from 'nest-commander';
import { headRequest } from '../office/people.js';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { dateOption, required, yearOption } from '../shell/parse.js';

/** The report of which agency and year. */
export interface ReportOptions extends RecorderOptions {
  readonly agency?: string;
  readonly year?: number;
  readonly on?: LocalDate;
}

/** A command about the annual report of one agency and year. */
export abstract class ReportGongkaiCommand<
  Options extends ReportOptions = ReportOptions,
> extends RecorderCommand<Options> {
  /** Raises `UsageFault` where one is missing. */
  protected targetOf({ agency, year }: ReportOptions): { readonly agency: string; readonly year: number } {
    return { agency: required('--agency', agency), year: required('--year', year) };
  }

  /** Records a command to the words of the report as a head and says so; `on` defaults to today in Shanghai. */
  protected async record(
    { dataDir, options, output }: Invocation<Options>,
    name: string,
    body: JsonObject,
    done: string,
  ): Promise<void> {
    const { agency, year } = this.targetOf(options);
    const request = headRequest(options.actor);
    const on = options.on ?? localDateOf(systemClock.now());
    const recorded = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new RecordReportCommand(name, agency, year, { on, ...body }, request)),
    );
    output.answer(recorded, () =>
      [
        `${agency} ${year} 年度报告：${done}（版本 ${recorded.revision}）`,
        ...recorded.warnings.map((warning) => `提示：${warning}`),
      ].join('\n'),
    );
  }

  @Option({ flags: '--agency <机关>', name: 'agency', description: '机关编号' })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--year <年度>', name: 'year', description: '年度，例如 2023' })
  parseYear(value: string): number {
    return yearOption(value);
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '办理之日（默认今日）' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }
}
