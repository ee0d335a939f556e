import { toPublishedJson } from '#annual-report';
import { RESTATEMENT_REASON_LABELS } from '#agency';
import { GetAgency, GetEdition, GetEditions, type EditionLine, type EditionView } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';
import { changesOfEdition } from './differences-text.js';
import { editionOption, YearGongkaiCommand, type YearOptions } from './year-options.js';
import { tablesText } from './year-tables.command.js';

interface YearEditionsOptions extends YearOptions {
  readonly edition?: number;
}

/** `gongkai year editions`: what was published, edition by edition; one of them whole with `--edition`. */
@SubCommand({
  name: 'editions',
  description: '已公布的各版：日期、摘要、重述理由、认可的差异；--edition 显示一版的各表',
})
export class YearEditionsCommand extends YearGongkaiCommand<YearEditionsOptions> {
  override async execute({ dataDir, options, output }: Invocation<YearEditionsOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const { edition } = options;
    if (edition === undefined) {
      const editions = await lookingAt(dataDir, ({ queries }) =>
        queries.execute(new GetEditions(agency, year, ONLOOKER)),
      );
      return output.answer({ editions }, () => editionsText(editions));
    }
    const { policy, view } = await lookingAt(dataDir, async ({ queries }) => ({
      policy: (await queries.execute(new GetAgency(agency, ONLOOKER))).policy,
      view: await queries.execute(new GetEdition(agency, year, edition, ONLOOKER)),
    }));
    const { figures, ...rest } = view;
    const document = { ...rest, published: figures.published, tables: toPublishedJson(figures) };
    output.answer(document, () =>
      [...tablesText(`${agency} ${year} 年`, figures, policy), editionText(view)].join('\n'),
    );
  }

  @Option({ flags: '--edition <版次>', name: 'edition', description: '显示哪一版' })
  parseEdition(value: string): number {
    return editionOption(value);
  }
}

function editionsText(editions: readonly EditionLine[]): string {
  if (editions.length === 0) return '本年度尚未结账';
  const table = textTable(
    ['版次', '日期', '格式', '结转', '理由', '摘要（SHA-256）'].map((head) => ({ head })),
    editions.map((one) => [one.edition, one.on, one.form, one.carriedForward, reasonText(one), one.digest]),
  );
  return [table, ...editions.flatMap(adjustmentsText)].join('\n');
}

function editionText(view: EditionView): string {
  const { edition, on, position, digest, restatement } = view;
  return [
    `第 ${edition} 版，${on}，事件库位置 ${position}，摘要（SHA-256）${digest}`,
    ...(restatement === null
      ? []
      : [
          `重述：${reasonText(view)}；${restatement.explanation}（批准人 ${restatement.approvedBy}）`,
          '',
          changesOfEdition(view),
        ]),
    ...adjustmentsText(view),
  ].join('\n');
}

function reasonText({ restatement }: EditionLine): string {
  return restatement === null ? '结账' : RESTATEMENT_REASON_LABELS[restatement.reason];
}

function adjustmentsText({ edition, adjustments }: EditionLine): readonly string[] {
  return adjustments.map(
    ({ on, reason, approvedBy, differences }) =>
      `第 ${edition} 版的差异于 ${on} 认可为调整（${differences.length} 个数字；批准人 ${approvedBy}：${reason}）`,
  );
}
