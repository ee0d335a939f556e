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
  type AgencyYear,
  type Narrative,
  type NarrativeContext,
  type NarrativeEvent,
} from '#agency';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { narrativeStream } from '../streams.js';
import { sha256OfJson } from '../years/sha256-of-json.js';
import type { ReportContents } from './report-contents.js';

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
  ) {}

  /**
   * Records a command; answers when durable. Raises `role-not-allowed`, `outside-scope`, `not-found`, `year-not-closed` (issue) and
   * what the command raises.
   */
  async record({ name, agency, year, body, request }: ReportRequest): Promise<Recorded> {
    const { roles, commutes } = commandOfName(narrativeCommands, name);
    assertRole(request.principal, roles);
    assertScope(request.principal, agency);
    const content = await this.contents.of({ agency, year });
    return this.desk.record({
      name,
      stream: narrativeStream(agency, year),
      body: body as Json,
      request,
      commutes,
      decide: (history) => {
        const narrative = foldNarrative({ agency, year }, history);
        const event = decide({ name, agency, year, body, request }, { ...content, narrative });
        return { type: event.type, data: event.data, agency, on: event.data.on };
      },
    });
  }
}

function decide({ name, agency, year, body, request }: ReportRequest, content: ReportContent): NarrativeEvent {
  const context: NarrativeContext = {
    actor: request.principal.staffId,
    role: request.principal.role,
    now: request.now,
    sentences: generatedSentences(content.figures, content.fees),
    lastYear: content.lastYear,
  };
  if (name === issueReport.name) return issue(body, content, context);
  return decideNarrative({ name, target: { agency, year }, body }, content.narrative, context);
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
