import { Refused, validate, type Json } from '#kernel';
import { buildAnnualReport, generatedSentences, issuedText, type ReportContent } from '#annual-report';
import {
  assertIssuable,
  commandOfName,
  decideIssue,
  decideNarrative,
  foldNarrative,
  issueReport,
  narrativeCommands,
  wordsOfScope,
  type AgencyYear,
  type Narrative,
  type NarrativeContext,
  type NarrativeEvent,
} from '#agency';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { isSumWaived, type ScopeRules } from '../scopes/scope-rules.js';
import { narrativeStream } from '../streams.js';
import { sha256OfJson } from '../years/sha256-of-json.js';
import { issueScope } from './issue-scope.js';
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
  async record({ name, agency, year, body, request }: ReportRequest): Promise<Recorded> {
    const { roles, commutes } = commandOfName(narrativeCommands, name);
    assertRole(request.principal, roles);
    assertScope(request.principal, agency);
    const decide = await this.#decider({ name, agency, year, body, request });
    return this.desk.record({
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
  }

  /** What decides the command about the words as they stand, from figures that are read before. */
  async #decider(asked: ReportRequest): Promise<(narrative: Narrative) => NarrativeEvent> {
    const { name, agency, year, body } = asked;
    const target = { agency, year };
    const scope = name === issueReport.name ? validate(issueReport.body, body).scope : 'own';
    if (scope === 'own') {
      const content = await this.contents.of(target);
      const context = contextOf(asked, content);
      return (narrative) =>
        name === issueReport.name
          ? issue(body, withWords(content, narrative, context), context)
          : decideNarrative({ name, target, body }, narrative, context);
    }
    const { content, reading } = await this.scopes.of(target, scope);
    const context = contextOf(asked, content);
    const blocking = await this.rules.blockingIssue(reading);
    const of = { reading, blocking, isWaived: isSumWaived(reading) };
    return (narrative) => issueScope(body, { ...of, content: withWords(content, narrative, context) }, context);
  }
}

function contextOf({ request }: ReportRequest, { figures, fees, lastYear }: ReportContent): NarrativeContext {
  const { staffId: actor, role } = request.principal;
  return { actor, role, now: request.now, sentences: generatedSentences(figures, fees), lastYear };
}

function withWords(content: ReportContent, narrative: Narrative, { sentences }: NarrativeContext): ReportContent {
  return { ...content, narrative: wordsOfScope(narrative, content.scope, sentences) };
}

/** The report as it stands, fixed. */
function issue(body: unknown, content: ReportContent, context: NarrativeContext): NarrativeEvent {
  const { on } = validate(issueReport.body, body);
  const { narrative, edition, scope } = content;
  if (edition === null) throw notClosed(narrative);
  assertIssuable(narrative, context);
  const report = buildAnnualReport(content);
  const issued = { on, edition: edition.number, editionDigest: edition.digest, scope };
  return decideIssue(narrative, { ...issued, text: issuedText(report), digest: sha256OfJson(report) }, context);
}

function notClosed({ year }: Narrative): Refused {
  return new Refused('year-not-closed', `${year} 年度尚未结账，报告不能定稿`, { year });
}
