import { lacksFigures, TABLE_SCOPE_LABELS } from '#agency';
import type { AnnualReport, Paragraph } from '../report/annual-report.js';

/** What marks a draft, in every output. */
export const DRAFT_MARK = '草稿';

/** Why a report is not to be handed in yet, in the words that stand over it; `null`: it was issued (定稿). */
export function draftNotice(report: AnnualReport): string | null {
  const why = whyDraft(report);
  if (why === null) return null;
  return `${DRAFT_MARK}（${report.scope === 'own' ? '' : `${TABLE_SCOPE_LABELS[report.scope]}汇总，`}${why}）`;
}

function whyDraft(report: AnnualReport): string | null {
  const { issue, edition, scope, gaps } = report;
  if (issue === null && lacksFigures(gaps)) return '数字不全或尚未确定';
  if (edition === null && scope === 'own') return '本年度尚未结账';
  const unconfirmed = paragraphsOf(report).some(({ origin }) => origin === 'draft');
  if (unconfirmed) return '含沿用自上年、未确认的文字';
  return issue === null ? '尚未定稿' : null;
}

/** Whether a report is a draft: its year not closed, a member of its scope not heard, words of last year unconfirmed, or not issued. */
export function isDraft(report: AnnualReport): boolean {
  return draftNotice(report) !== null;
}

/** `草稿`, or `第 2 次定稿`. */
export function statusLabel(report: AnnualReport): string {
  return report.issue === null || isDraft(report) ? DRAFT_MARK : `第 ${String(report.issue.number)} 次定稿`;
}

function paragraphsOf({ preamble, sections }: AnnualReport): readonly Paragraph[] {
  return [...preamble, ...sections.flatMap(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs))];
}
