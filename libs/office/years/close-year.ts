import { z } from 'zod';
import { localDateOf, Refused, validate, type Instant } from '#kernel';
import { formFor, policyOn, REPORT_FORMS, type Edition } from '#agency';
import { carryForward } from '#casework';
import type { EventStore } from '#event-store';
import type { YearClosed } from '../commands.js';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { RequestContext } from '../request.js';
import type { OfficeViews } from '../views/office-views.js';
import { lastDayOf, type CarryForwards } from './carry-forwards.js';
import type { YearOf } from './figures-of.js';
import type { EditionMaker } from './make-edition.js';
import type { YearReader } from './year-reader.js';
import type { YearRules } from './year-rules.js';

/** Body of the closing: the form, unless the agency's policy is to decide. */
export const closeYearBody = z.strictObject({
  form: z.enum(REPORT_FORMS).optional().describe('年度报告格式；不填则按机关的办理规则'),
});

/** What the closing of a year works with. */
export interface YearCloserParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly agencies: AgencyDesk;
  readonly books: BooksDesk;
  readonly reader: YearReader;
  readonly rules: YearRules;
  readonly carryForwards: CarryForwards;
  readonly editions: EditionMaker;
}

/**
 * Closes the books of a year (statistics.md). Safe to run again at any time, also after a kill in the middle: a closed year
 * answers with its first edition, carry-forwards already recorded are not repeated, nothing is published before all stand.
 */
export class YearCloser {
  constructor(private readonly parts: YearCloserParts) {}

  /**
   * Raises `role-not-allowed`, `outside-scope`, `not-found`, `year-not-over`, `later-year-closed`, or `rules-failed` (kind refused)
   * with every failed rule, or `carried-not-open` (a statement of an earlier run no longer holds and is to be struck); in all these
   * cases nothing was written. `cases-changed`: run it again.
   */
  async close(agency: string, year: number, body: unknown, asked: RequestContext): Promise<YearClosed> {
    const { expectedRevision: _ofNoStream, ...request } = asked;
    assertRole(request.principal, carryForward.roles);
    assertScope(request.principal, agency);
    const input = validate(closeYearBody, body ?? {});
    const state = await this.parts.agencies.agencyOf(agency);

    const { books } = await this.parts.books.booksOf(agency, year);
    const published = books.editions[0];
    if (published !== undefined) return answerOf(published, true);
    await this.#catchUp();
    await this.assertClosable(agency, year, request.now);

    // 1. Judge before anything is written.
    const form = input.form ?? formFor(policyOn(state, lastDayOf(year)), year);
    const of: YearOf = { agency, year, form };
    await this.parts.rules.assertPassed(of, this.parts.reader.read(of).figures, books.waivers);

    // 2. Carry every open case forward; what was recorded in a run cut short is answered, not repeated.
    const open = this.parts.reader.openAtEndOf(agency, year);
    await this.parts.carryForwards.complete(open, year, request);

    // 3. Compute at one position of the log, judge what is to be published, publish.
    await this.#catchUp();
    const { figures, position } = this.parts.reader.read(of);
    const judgement = await this.parts.rules.assertPassed(of, figures, books.waivers);
    const on = localDateOf(request.now);
    const edition = await this.parts.editions.make({ agency: state, edition: 1, on, figures, position, judgement });
    await this.parts.carryForwards.assertExact(this.parts.reader.openAtEndOf(agency, year), agency, year);
    const { repeated } = await this.parts.books.publish(edition, {
      ...request,
      commandId: `close:${agency}:${year}:edition-1`,
    });
    const { books: written } = await this.parts.books.booksOf(agency, year);
    return answerOf(written.editions[0] ?? edition, repeated);
  }

  /**
   * What stands in the way of closing besides the rules; the views must have caught up. Raises `year-not-over`, `later-year-closed`,
   * `carried-not-open`.
   */
  async assertClosable(agency: string, year: number, now: Instant): Promise<void> {
    const today = localDateOf(now);
    if (today <= lastDayOf(year)) {
      throw new Refused('year-not-over', `${year} 年度尚未结束（今日 ${today}），不能结账`, { year, today });
    }
    const { books: later } = await this.parts.books.booksOf(agency, year + 1);
    if (later.editions.length > 0) {
      throw new Refused('later-year-closed', `${year + 1} 年度已结账，不能再结 ${year} 年度`, { year });
    }
    this.parts.carryForwards.assertNoneElse(this.parts.reader.openAtEndOf(agency, year), agency, year);
  }

  async #catchUp(): Promise<void> {
    await this.parts.views.waitFor(await this.parts.store.head());
  }
}

/** What the closing of a year, or its restatement, answers. */
export function answerOf(edition: Edition, repeated: boolean): YearClosed {
  const { agency, year, digest, position, carriedForward } = edition;
  return { agency, year, edition: edition.edition, digest, position, carriedForward, repeated };
}
