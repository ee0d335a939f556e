import { Refused, validate } from '#kernel';
import { buildAnnualReport, gapNotices, issuedText, type AnnualReport, type ReportContent } from '#annual-report';
import {
  assertIssuable,
  assertNotBefore,
  decideIssue,
  issueReport,
  lacksFigures,
  type NarrativeContext,
  type NarrativeEvent,
  type PrintedEdition,
} from '#agency';
import { scopeDigest } from '../scopes/scope-digest.js';
import { summedMember } from '../scopes/scope-figures.js';
import type { ScopeReading } from '../scopes/scope-reader.js';
import { sha256OfJson } from '../years/sha256-of-json.js';
import { storedTables } from '../years/stored-tables.js';
import { rulesFailed, type JudgedRule } from '../years/year-rules.js';

/** What an issue of a scope rests on. */
export interface ScopeIssue {
  readonly content: ReportContent;
  readonly reading: ScopeReading;
  /** Rules that the sum does not meet and no waiver lets pass. */
  readonly blocking: readonly JudgedRule[];
  /** Whether V10 is waived: then the report goes out although members or figures are lacking. */
  readonly isWaived: boolean;
}

/**
 * The report of a level or region as it stands, fixed with its figures. Raises `report-sum-incomplete`, `before-edition`, `report-unsigned`,
 * `report-drafts-left`, `rules-failed`, `report-unchanged` (all kind refused).
 */
export function issueScope(body: unknown, of: ScopeIssue, context: NarrativeContext): NarrativeEvent {
  const { on } = validate(issueReport.body, body);
  const { content, reading } = of;
  const { narrative, scope, gaps, figures } = content;
  const sum = buildAnnualReport(content);
  assertComplete(sum, of);
  assertNotBefore(on, editionsOf(reading));
  assertIssuable(narrative, context);
  const digest = scopeDigest(reading);
  const edition = { number: editionNumber(narrative.issues, digest), digest };
  const report = buildAnnualReport({ ...content, edition });
  return decideIssue(
    narrative,
    {
      on,
      edition: edition.number,
      editionDigest: digest,
      scope,
      sum: {
        tables: storedTables(figures),
        members: reading.members.map(summedMember),
        ...(gaps !== undefined && { gaps }),
      },
      text: issuedText(report),
      digest: sha256OfJson(report),
    },
    context,
  );
}

function assertComplete(report: AnnualReport, { blocking, isWaived }: ScopeIssue): void {
  const { missing = [], notClosed = [], undecided = [], unknown = [] } = report.gaps ?? {};
  if (lacksFigures(report.gaps) && !isWaived) {
    const lacking = gapNotices(report).join('；');
    throw new Refused(
      'report-sum-incomplete',
      `汇总的数字不全或尚未确定，不能定稿：${lacking}；确需定稿的，先豁免 V10`,
      {
        missing: missing.map(({ agency }) => agency),
        notClosed: notClosed.map(({ agency }) => agency),
        undecided: undecided.map(({ agency }) => agency),
        unknown: unknown.map(({ cell }) => cell),
      },
    );
  }
  if (blocking.length > 0) throw rulesFailed(blocking, '定稿（确需定稿的，先豁免 V10）');
}

/** What was published elsewhere and imported was there before; its day here says nothing. */
function editionsOf({ members }: ScopeReading): readonly PrintedEdition[] {
  return members.flatMap(({ agency, edition }) => (edition === null ? [] : [{ ...edition, agency }]));
}

/** Reports on the same figures are of one edition; other figures make the next one. */
function editionNumber(issues: ReportContent['narrative']['issues'], digest: string): number {
  const before = issues.at(-1);
  if (before === undefined) return 1;
  return before.editionDigest === digest ? before.edition : before.edition + 1;
}
