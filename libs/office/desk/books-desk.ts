import { Refused, RuleBroken, type Json } from '#kernel';
import {
  booksCommands,
  commandOfName,
  decideBooks,
  foldBooks,
  isClosed,
  yearClosed,
  type Books,
  type Edition,
} from '#agency';
import { RULES } from '#statistics';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { booksStream } from '../streams.js';
import type { AgencyDesk } from './agency-desk.js';
import type { StreamDesk } from './stream-desk.js';

/** Takes what is written into the books of a year: waivers, and the closing itself. */
export class BooksDesk {
  constructor(
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
  ) {}

  /** The books of a year, with the revision of their stream (-1 while nothing is written). */
  async booksOf(agency: string, year: number): Promise<{ readonly books: Books; readonly revision: number }> {
    const history = await this.desk.history(booksStream(agency, year));
    return { books: foldBooks({ agency, year }, history), revision: history.length - 1 };
  }

  /** Records a waiver. Raises `role-not-allowed`, `outside-scope`, `not-found`, `rule-unknown` and what the command raises. */
  async waive(agency: string, year: number, body: unknown, request: RequestContext): Promise<Recorded> {
    const name = 'waive-rule';
    const { roles, commutes } = commandOfName(booksCommands, name);
    assertRole(request.principal, roles);
    assertScope(request.principal, agency);
    await this.agencies.agencyOf(agency);
    return this.desk.record({
      name,
      stream: booksStream(agency, year),
      body: body as Json,
      request,
      commutes,
      decide: (history) => {
        const by = { actor: request.principal.staffId, role: request.principal.role, now: request.now };
        const target = { agency, year };
        const event = decideBooks({ name, target, body }, foldBooks(target, history), by);
        assertRule(event.data.rule);
        return { type: event.type, data: event.data, agency, on: event.data.on };
      },
    });
  }

  /** Writes the first edition, which the caller has judged. Of two closings at once the second answers with the first one's result. */
  async publish(edition: Edition, request: RequestContext): Promise<Recorded> {
    const { agency, year, on } = edition;
    return this.desk.record({
      name: 'close-year',
      stream: booksStream(agency, year),
      body: { edition: edition.edition, form: edition.form },
      request,
      commutes: false,
      decide: (history) => {
        if (isClosed(foldBooks({ agency, year }, history)))
          throw new Refused('year-closed', `${year} 年度已结账`, { year });
        return { type: yearClosed.type, data: edition, agency, on };
      },
    });
  }
}

/** A waiver of a rule that there is not would wait in the books for one that may come. */
function assertRule(rule: string): void {
  if (RULES.some(({ id }) => id === rule)) return;
  const rules = RULES.map(({ id }) => id).join('、');
  throw new RuleBroken('rule-unknown', 'body.rule', `没有规则 ${rule}；规则为 ${rules}`);
}
