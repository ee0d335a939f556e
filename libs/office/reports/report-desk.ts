import { Refused, validate, type Json } from '#kernel';
import { buildAnnualReport, generatedSentences, issuedText, type ReportContent } from '#annual-report';
import {
  assertIssuable,
  assertNotBefore,
  commandOfName,
  decideIssue,
  decideNarrative,
  foldNarrative,
  issueReport,
  narrativeCommands,
  wordsOfScope,
  type AgencyYear,
  type Edition,
  type IssuedReport,
  type Narrative,
  type NarrativeContext,
  type NarrativeEvent,
} from '#agency';
import type { RuleId } from '#statistics';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { ReportRecorded } from '../report-queries.js';
import type { Recorded, RequestContext } from '../request.js';
import { isSumWaived, type ScopeRules } from '../scopes/scope-rules.js';
import { narrativeStream } from '../streams.js';
import { sha256OfJson } from '../years/sha256-of-json.js';
import { issueScope } from './issue-scope.js';
import { issueWarnings, type IssueJudged } from './issue-warnings.js';
import type { ReportContents } from './report-contents.js';
import type { ScopeContents } from './scope-contents.js';

/** A command to the words of a report as asked for. `name` is one of `narrativeCommands`. */
export interface ReportRequest extends AgencyYear {
  readonly name: string;
  readonly body: unknown;
  readonly request: RequestContext;
}

/** Takes what is written into the annual report of a year, and its issue. */
export class ReportDesk {
  constructor(
    private readonly desk: StreamDesk,
    private readonly contents: ReportContents,
    private readonly scopes: ScopeContents,
    private readonly rules: ScopeRules,
  ) {}

  /**
   * Records a command; answers when durable. Raises `role-not-allowed`, `outside-scope`, `not-found`, `year-not-closed` (issue),
   * what `issueScope` and the command raise.
   */
  async record(asked: ReportRequest): Promise<ReportRecorded> {
    const { name, agency, year, body, request } = asked;
    const { roles, commutes } = commandOfName(narrativeCommands, name);
    assertRole(request.principal, roles);
    assertScope(request.principal, agency);
    const { decide, judged } = await this.#decider(asked);
    const recorded = await this.desk.record({
      name,
      stream: narrativeStream(agency, year),
      body: body as Json,
      request,
      commutes,
      decide: (history) => {
        const event = decide(foldNarrative({ agency, year }, history));
        return { type: event.type, data: event.data, agency, on: event.data.on };
      },
    });
    return { ...recorded, warnings: name === issueReport.name ? await this.#warnings(asked, recorded, judged) : [] };
  }

  /** What decides the command about the words as they stand, from figures that are read before. */
  async #decider(asked: ReportRequest): Promise<Decider> {
    const { name, agency, year, body } = asked;
    const target = { agency, year };
    const isIssue = name === issueReport.name;
    const scope = isIssue ? validate(issueReport.body, body).scope : 'own';
    if (scope === 'own') {
      const content = await this.contents.of(target);
      const context = contextOf(asked, content);
      const number = content.edition?.number;
      const found = isIssue && number !== undefined ? await this.contents.edition(target, number) : null;
      const decide = (narrative: Narrative) =>
        isIssue
          ? issue(body, withWords(content, narrative, context), found?.edition ?? null, context)
          : decideNarrative({ name, target, body }, narrative, context);
      return { decide, judged: null };
    }
    const { content, reading } = await this.scopes.of(target, scope);
    const context = contextOf(asked, content);
    const { failed, blocking } = await this.rules.judgedIssue(reading);
    const of = { reading, blocking, isWaived: isSumWaived(reading) };
    return {
      decide: (narrative) => issueScope(body, { ...of, content: withWords(content, narrative, context) }, context),
      judged: { fees: content.fees, failed: failed.flatMap(({ findings }) => findings) },
    };
  }

  /**
   * Of the issue as it was recorded, by this request or, when that is repeated, by the first one; of a scope with what the rules say of the
   * sum at the time of the answer.
   */
  async #warnings(
    { agency, year }: AgencyYear,
    { stream, revision }: Recorded,
    judged: Decider['judged'],
  ): Promise<readonly string[]> {
    const target = { agency, year };
    const issued = (await this.desk.history(stream))[revision]?.data as IssuedReport;
    const report = await this.contents.report(target, issued.issue, issued.scope);
    if (judged !== null) return issueWarnings({ report, ...judged });
    const { edition, fees } = await this.contents.edition(target, issued.edition);
    const failed = edition.ruleFindings.map(({ id, message }) => ({ rule: id as RuleId, message }));
    return issueWarnings({ report, fees, failed });
  }
}

/** What decides a command; of an issue of a scope also what is known of the sum besides its words. */
interface Decider {
  readonly decide: (narrative: Narrative) => NarrativeEvent;
  readonly judged: Omit<IssueJudged, 'report'> | null;
}

function contextOf({ request }: ReportRequest, { figures, fees, lastYear }: ReportContent): NarrativeContext {
  const { staffId: actor, role } = request.principal;
  return { actor, role, now: request.now, sentences: generatedSentences(figures, fees), lastYear };
}

function withWords(content: ReportContent, narrative: Narrative, { sentences }: NarrativeContext): ReportContent {
  return { ...content, narrative: wordsOfScope(narrative, content.scope, sentences) };
}

/** The report as it stands, fixed with the edition that its figures are of. */
function issue(
  body: unknown,
  content: ReportContent,
  edition: Edition | null,
  context: NarrativeContext,
): NarrativeEvent {
  const { on } = validate(issueReport.body, body);
  const { narrative, scope } = content;
  if (edition === null) throw notClosed(narrative);
  assertNotBefore(on, [{ agency: null, edition: edition.edition, on: edition.on }]);
  assertIssuable(narrative, context);
  const report = buildAnnualReport(content);
  const issued = { on, edition: edition.edition, editionDigest: edition.digest, scope };
  return decideIssue(narrative, { ...issued, text: issuedText(report), digest: sha256OfJson(report) }, context);
}

function notClosed({ year }: Narrative): Refused {
  return new Refused('year-not-closed', `${year} 年度尚未结账，报告不能定稿`, { year });
}
