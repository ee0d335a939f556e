import { gapNotices, renderTables, wordlessParts, type AnnualReport, type Paragraph } from '#annual-report';
import { TABLE_SCOPE_LABELS } from '#agency';
import { GetAnnualReport, GetScopeDrift, type ScopeDrift } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { scopeDriftText } from '../year/scope-drift-text.js';
import { issueOption } from './issue-option.js';
import { ScopedReportCommand, type ScopedReportOptions } from './scoped-report-command.js';

interface ShowOptions extends ScopedReportOptions {
  readonly issue?: number | 'draft';
}

/** `gongkai report show`: the report with its words and tables, issued or as a draft. */
@SubCommand({ name: 'show', description: '年度报告全文：最近一次定稿，尚未定稿的为草稿；--issue draft 显示草稿' })
export class ReportShowCommand extends ScopedReportCommand<ShowOptions> {
  override async execute({ dataDir, options, output }: Invocation<ShowOptions>): Promise<void> {
    const { agency, year } = this.targetOf(options);
    const { issue = null, scope } = options;
    const { report, drift } = await lookingAt(dataDir, async ({ queries }) => {
      const shown = await queries.execute(new GetAnnualReport(agency, year, issue, ONLOOKER, scope));
      // Only the issue that holds is compared with the sum as it is now.
      const moved =
        scope === undefined ? null : await queries.execute(new GetScopeDrift({ agency, year, scope }, ONLOOKER));
      return { report: shown, drift: moved !== null && moved.issue === shown.issue?.number ? moved : null };
    });
    output.answer(drift === null ? report : { ...report, drift }, () => reportText(report, drift));
  }

  @Option({ flags: '--issue <版次>', name: 'issue', description: '定稿的版次，或 draft（草稿）' })
  parseIssue(value: string): number | 'draft' {
    return issueOption(value);
  }
}

function reportText(report: AnnualReport, drift: ScopeDrift | null): string {
  const { title, signedOn, agencyName, preamble, sections, figures, feeDecimals } = report;
  const inWords = (section: AnnualReport['sections'][number]) => [
    section.title,
    ...section.parts.flatMap(({ heading, paragraphs }) => [
      ...(heading === null ? [] : [heading]),
      ...lines(paragraphs),
    ]),
    '',
  ];
  const firstTable = sections.findIndex(({ table }) => table !== null);
  return [
    statusText(report),
    ...gapNotices(report),
    ...wordlessText(report),
    ...(drift === null ? [] : scopeDriftText(drift)),
    '',
    title,
    '',
    ...lines(preamble),
    ...sections.slice(0, firstTable).flatMap(inWords),
    // Sections 二 to 四 with their titles.
    renderTables(figures, { decimals: feeDecimals }),
    ...sections
      .slice(firstTable)
      .filter(({ table }) => table === null)
      .flatMap(inWords),
    agencyName,
    signedOn ?? '（落款日期未定）',
  ].join('\n');
}

function lines(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(({ text, origin }) => `　　${text}${origin === 'draft' ? '【沿用自上年，未确认】' : ''}`);
}

function statusText({ issue, edition, scope }: AnnualReport): string {
  const figures = figuresText(scope, edition);
  return issue === null ? `【草稿】${figures}` : `第 ${issue.number} 次定稿（${issue.on}），${figures}`;
}

/** What is issued was read and approved as it stands. */
function wordlessText(report: AnnualReport): readonly string[] {
  const parts = report.issue === null ? wordlessParts(report) : [];
  return parts.length === 0 ? [] : [`没有文字的部分：${parts.join('、')}`];
}

function figuresText(scope: AnnualReport['scope'], edition: AnnualReport['edition']): string {
  if (scope === 'own') return edition === null ? '尚未结账，数字为现有数字' : `数字据第 ${edition.number} 版结账`;
  return `数字为${TABLE_SCOPE_LABELS[scope]}各成员之和${edition === null ? '' : `（第 ${edition.number} 版）`}`;
}
