import { z } from 'zod';
import { localDateSchema, Refused, RuleBroken, type EventOf, type LocalDate } from '#kernel';
import { notBefore, notInFuture } from '#casework';
import type { CommandFacts } from '../../command.js';
import { TABLE_SCOPES } from '../../table-scope.js';
import { draftsOf } from '../drafts.js';
import type { NarrativeContext } from '../narrative-command.js';
import { latestIssue, type IssuedReport, type Narrative } from '../narrative.js';
import { REPORT_PART_LABELS } from '../report-part.js';
import { staleOverrides } from '../stale-overrides.js';
import { reportIssued } from './report-issued.js';

const body = z.strictObject({
  on: localDateSchema.describe('定稿之日'),
  scope: z.enum(TABLE_SCOPES).default('own').describe('统计范围：own=本机关；level=本级；region=本地区'),
});

/** 报告定稿: fixes the words of the report together with an edition of its figures. Led by the office, which puts the report together. */
export const issueReport: CommandFacts<'issue-report', typeof body, typeof reportIssued> = {
  name: 'issue-report',
  label: '报告定稿',
  article: '第四十九条、第五十条',
  roles: ['head'],
  commutes: false,
  body,
  event: reportIssued,
};

/**
 * Whether the words can be issued, asked before the report is put together. Raises `report-unsigned`, `report-drafts-left`,
 * `report-override-stale` (all kind refused).
 */
export function assertIssuable(state: Narrative, { lastYear, sentences }: NarrativeContext): void {
  if (state.signedOn === null) throw new Refused('report-unsigned', '尚未确定落款日期，不能定稿', {});
  const drafts = draftsOf(state, lastYear).map(({ part }) => part);
  if (drafts.length > 0) {
    const labels = drafts.map((part) => REPORT_PART_LABELS[part]).join('、');
    throw new Refused('report-drafts-left', `沿用自上年、尚未确认的文字：${labels}；请确认或重写后再定稿`, { drafts });
  }
  const stale = staleOverrides(state, sentences).map(({ override }) => override.sentence);
  if (stale.length > 0) {
    const shown = stale.join('、');
    throw new Refused('report-override-stale', `改写之后数字有变动的句子：${shown}；请重新改写或撤销改写后再定稿`, {
      sentences: stale,
    });
  }
}

/** An edition whose figures a report prints. */
export interface PrintedEdition {
  /** Whose edition it is where a report sums several; `null`: the agency's own. */
  readonly agency: string | null;
  readonly edition: number;
  /** Day of its publication. */
  readonly on: LocalDate;
}

/** A report cannot be of an earlier day than the figures in it. Raises `before-edition`, naming both days. */
export function assertNotBefore(on: LocalDate, editions: readonly PrintedEdition[]): void {
  const later = editions.find((one) => on < one.on);
  if (later === undefined) return;
  const { agency, edition, on: editionOn } = later;
  const whose = agency === null ? '' : `成员 ${agency} `;
  throw new RuleBroken(
    'before-edition',
    'body.on',
    `定稿之日 ${on} 早于所据数字（${whose}第 ${edition} 版）公布之日 ${editionOn}`,
    { on, edition, editionOn, ...(agency !== null && { agency }) },
  );
}

/**
 * Decides the issue of a report that was put together from this narrative, in which only issues of its scope are. Raises
 * `report-unchanged` (kind refused) where the version issued last is this very report, `date-in-future`, `date-order` (dated before that
 * version).
 */
export function decideIssue(
  state: Narrative,
  report: Omit<IssuedReport, 'agency' | 'year' | 'issue'>,
  context: NarrativeContext,
): EventOf<typeof reportIssued> {
  notInFuture(report.on, context.now);
  assertIssuable(state, context);
  const before = latestIssue(state, report.scope);
  if (before?.digest === report.digest) {
    throw new Refused('report-unchanged', `报告与第 ${before.issue} 次定稿相同，不必再次定稿`, { issue: before.issue });
  }
  if (before !== null) notBefore(report.on, before.on, `第 ${before.issue} 次定稿之日`);
  const { agency, year, issues } = state;
  return { type: reportIssued.type, data: { agency, year, issue: issues.length + 1, ...report } };
}
