import type { TableScope } from '#agency';
import { localDateOf, type JsonObject, type LocalDate } from '#kernel';
import { ImportReport, systemClock, type Recorded } from '#office';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Option, SubCommand } from 'nest-commander';
import { operatorRequest } from '../office/people.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { dateOption, required } from '../shell/parse.js';
import { readJsonFile, reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';
import { reportInFile } from './report-in-file.js';
import { SCOPE_OPTION, scopeOption } from './scope-options.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

interface ImportReportOptions extends YearOptions {
  readonly file?: string;
  readonly original?: string;
  readonly title?: string;
  readonly note?: string;
  readonly scope?: TableScope;
  readonly on?: LocalDate;
  readonly nameConfirmed?: boolean;
  readonly reason?: string;
  readonly approvedBy?: string;
}

/** `gongkai year import-report`: the figures of a report published elsewhere, for the totals of the bodies above. */
@SubCommand({
  name: 'import-report',
  description: '导入一份公布的报告的数字（JSON），供上级汇总；空白不当作 0，以后导入的代替先前的',
})
export class YearImportReportCommand extends YearGongkaiCommand<ImportReportOptions> {
  override async execute({ dataDir, options, output }: Invocation<ImportReportOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const body = bodyOf(options);
    const request = operatorRequest(options.actor);
    const recorded: Recorded = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new ImportReport(agency, year, body, request)),
    );
    output.answer(recorded, () => `已导入 ${agency} ${year} 年度公布的报告（年度账版本号 ${recorded.revision}）`);
  }

  @Option({
    flags: '--file <文件>',
    name: 'file',
    description:
      '报告数字的 JSON 文件，格式见 docs/formats/published-report.md；也可以是 report lint 一份报告 --json 的结果',
  })
  parseFile(value: string): string {
    return value;
  }

  @Option({
    flags: '--original <文件>',
    name: 'original',
    description: '公布的原件（PDF、网页等）：记下文件名和 SHA-256',
  })
  parseOriginal(value: string): string {
    return value;
  }

  @Option({ flags: '--title <标题>', name: 'title', description: '报告标题' })
  parseTitle(value: string): string {
    return value;
  }

  @Option({ flags: '--note <说明>', name: 'note', description: '来源说明，例如网址与取得日期' })
  parseNote(value: string): string {
    return value;
  }

  @Option({ ...SCOPE_OPTION, description: '报告的统计范围：own（默认）、level、region；后两者与各成员之和核对' })
  parseScope(value: string): TableScope {
    return scopeOption(value);
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '导入之日（默认今日）' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }

  @Option({
    flags: '--name-confirmed',
    name: 'nameConfirmed',
    description: '报告所载名称与登记名称不同，但确为该机关的报告',
  })
  parseNameConfirmed(): boolean {
    return true;
  }

  @Option({ flags: '--reason <理由>', name: 'reason', description: '该年度在本系统办件的，为何改按导入的报告汇总' })
  parseReason(value: string): string {
    return value;
  }

  @Option({
    flags: '--approved-by <人员编号>',
    name: 'approvedBy',
    description: '批准改按导入的报告汇总的人，不能是经办本人',
  })
  parseApprovedBy(value: string): string {
    return value;
  }
}

/** The body of the command. Raises `UsageFault`. */
function bodyOf(options: ImportReportOptions): JsonObject {
  const { original, title, note, scope, reason, approvedBy } = options;
  const file = required('--file', options.file);
  const report = reportInFile(file, readJsonFile(file));
  return {
    on: options.on ?? localDateOf(systemClock.now()),
    report,
    source: {
      ...named(file),
      ...(original !== undefined && { original: named(original) }),
      ...(title !== undefined && { title }),
      ...(note !== undefined && { note }),
    },
    ...(scope !== undefined && { scope }),
    ...(options.nameConfirmed === true && { nameConfirmed: true }),
    ...((reason !== undefined || approvedBy !== undefined) && {
      precedence: { reason: required('--reason', reason), approvedBy: required('--approved-by', approvedBy) },
    }),
  };
}

/** Name and hash of a file. */
function named(file: string) {
  try {
    return { file: basename(file), sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
  } catch (cause) {
    throw new UsageFault(`无法读取文件 ${file}：${reasonOf(cause)}`, 'file-unreadable', { cause });
  }
}
