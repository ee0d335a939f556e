import type { AnnualReport, Paragraph } from '../report/annual-report.js';

/** What marks a draft, in every output. */
export const DRAFT_MARK = '草稿';

/** Whether a report is not to be handed in yet: its year is not closed, or a paragraph of last year waits for confirmation. */
export function isDraft(report: AnnualReport): boolean {
  return report.edition === null || paragraphsOf(report).some(({ origin }) => origin === 'draft');
}

/** `草稿`, or `第 2 版`. A report with a paragraph to be confirmed is a draft whatever the edition of its tables. */
export function statusLabel(report: AnnualReport): string {
  return report.edition === null || isDraft(report) ? DRAFT_MARK : `第 ${String(report.edition.number)} 版`;
}

function paragraphsOf({ preamble, sections }: AnnualReport): readonly Paragraph[] {
  return [...preamble, ...sections.flatMap(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs))];
}
