import { GetYearDrift, type DriftCause, type YearDrift } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { limitOption } from '../shell/parse.js';
import { differencesText } from './differences-text.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

interface YearDriftOptions extends YearOptions {
  readonly limit?: number;
}

/** `gongkai year drift`: how a closed year differs from its edition, and which entries did that. */
@SubCommand({
  name: 'drift',
  description: '已结账年度的现有数字与公布的版次有何不同、由哪些记录引起；有未决差异时退出码为 1',
})
export class YearDriftCommand extends YearGongkaiCommand<YearDriftOptions> {
  override async execute({ dataDir, options, output }: Invocation<YearDriftOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const drift = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetYearDrift(agency, year, ONLOOKER, options.limit)),
    );
    output.answer(drift, () => driftText(drift));
    if (drift.drifted) process.exitCode = EXIT.refused;
  }

  @Option({ flags: '--limit <个数>', name: 'limit', description: '最多列出几个起因（默认 200）' })
  parseLimit(value: string): number {
    return limitOption(value);
  }
}

function driftText({ agency, year, edition, cells, causes, causesInAll, acceptedBy }: YearDrift): string {
  const what = `${agency} ${year} 年度第 ${edition} 版`;
  if (cells.length === 0) return `${what}：现有数字与公布的相同`;
  const standing =
    acceptedBy === null
      ? '尚未重述，也未认可为调整'
      : `已于 ${acceptedBy.on} 认可为调整（批准人 ${acceptedBy.approvedBy}：${acceptedBy.reason}）`;
  return [
    `${what}：${cells.length} 个数字不同，${standing}`,
    '',
    differencesText(cells, ['公布', '现有']),
    '',
    `起因（${causesInAll} 个${causes.length < causesInAll ? `，列出前 ${causes.length} 个` : ''}）：`,
    ...causes.flatMap(causeText),
  ].join('\n');
}

function causeText(cause: DriftCause): readonly string[] {
  const name = cause.kind === 'case' ? `案件 ${cause.caseId}` : `${cause.year} 年主动公开台账`;
  const moved = cause.moved.map(({ label, by }) => (by === null ? label : `${label} ${by > 0 ? '+' : ''}${by}`));
  return [
    `${name}：${moved.join('，')}`,
    ...cause.events.map(
      ({ revision, label, on, recordedAt }) => `  第 ${revision} 条 ${label}，事实日期 ${on}，${recordedAt} 记录`,
    ),
  ];
}
