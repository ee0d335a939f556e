import { REPORT_PART_LABELS, REPORT_PARTS, TABLE_SCOPE_LABELS } from '#agency';
import { GetNarrative, type NarrativeView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

/** `gongkai report history`: the generated sentences with their ids, every version of every text, overrides, drafts, issues. */
@SubCommand({
  name: 'history',
  description: '报告文字的来历：自动生成的句子及编号、各部分的全部版本、改写及理由、沿用自上年的草稿、各次定稿',
})
export class ReportHistoryCommand extends ReportGongkaiCommand {
  override async execute({ dataDir, options, output }: Invocation<ReportOptions>): Promise<void> {
    const { agency, year } = this.targetOf(options);
    const view = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetNarrative(agency, year, ONLOOKER)));
    output.answer(view, () => historyText(view));
  }
}

function historyText(view: NarrativeView): string {
  return [
    ...headed(
      '自动生成的句子',
      view.sentences.map(({ id, text }) => `${id}：${text}`),
    ),
    ...headed(
      '各部分的文字',
      REPORT_PARTS.flatMap((part) => versionsOf(view, part)),
    ),
    ...headed(
      '沿用自上年、未确认',
      view.drafts.map(({ part, text }) => `${REPORT_PART_LABELS[part]}：${text}`),
    ),
    ...headed(
      '改写',
      view.overrides.map((one) => overrideText(one, view)),
    ),
    ...headed('定稿', view.issues.map(issueText)),
  ].join('\n');
}

function issueText({ issue, on, scope, edition, digest }: NarrativeView['issues'][number]): string {
  const figures = scope === 'own' ? `第 ${edition} 版结账` : `${TABLE_SCOPE_LABELS[scope]}汇总第 ${edition} 版`;
  return `第 ${issue} 次，${on}，数字据${figures}，摘要 ${digest}`;
}

function headed(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${head}：`, ...lines.map((line) => `  ${line.replaceAll('\n', '\n    ')}`)];
}

function versionsOf({ parts }: NarrativeView, part: keyof NarrativeView['parts']): readonly string[] {
  return (parts[part] ?? []).map(({ text, on, by, carriedFrom }, index) => {
    const from = carriedFrom === null ? '' : `，沿用 ${carriedFrom.year} 年度`;
    return `${REPORT_PART_LABELS[part]} 第 ${index + 1} 稿（${on}，${by.actor}${from}）：${text === '' ? '（无）' : text}`;
  });
}

function overrideText(one: NarrativeView['overrides'][number], { stale }: NarrativeView): string {
  const isStale = stale.some(({ override }) => override.by.revision === one.by.revision);
  const state = one.ended === null ? (isStale ? '，此后数字有变动' : '') : '，已终止';
  return `${one.sentence}（${one.on}，${one.by.actor}${state}）：${one.text}　理由：${one.reason}`;
}
