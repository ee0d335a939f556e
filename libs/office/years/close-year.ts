import { z } from 'zod';
import { localDateOf, Refused, validate, type Instant, type LocalDate } from '#kernel';
import { agencyTree, formFor, policyOn, REPORT_FORMS, type AgencyState, type Edition } from '#agency';
import { carryForward } from '#casework';
import type { EventStore } from '#event-store';
import { cellKey, RULES_VERSION, type YearFigures } from '#statistics';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { YearClosed } from '../commands.js';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { CaseDesk } from '../desk/case-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { RequestContext } from '../request.js';
import { SOFTWARE_VERSION } from '../software-version.js';
import type { OfficeViews } from '../views/office-views.js';
import { digestOf, type YearOf } from './figures-of.js';
import { sha256OfJson } from './sha256-of-json.js';
import { storedTables } from './stored-tables.js';
import type { YearReader } from './year-reader.js';
import type { JudgedRule, YearJudgement, YearRules } from './year-rules.js';

/** Body of the closing: the form, unless the agency's policy is to decide. */
export const closeYearBody = z.strictObject({
  form: z.enum(REPORT_FORMS).optional().describe('年度报告格式；不填则按机关的办理规则'),
});

const WINDOW = 256;

/** What the closing of a year works with. */
export interface YearCloserParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly calendars: CalendarsInForce;
  readonly agencies: AgencyDesk;
  readonly cases: CaseDesk;
  readonly books: BooksDesk;
  readonly reader: YearReader;
  readonly rules: YearRules;
}

/**
 * Closes the books of a year (statistics.md). Safe to run again at any time, also after a kill in the middle: a closed year
 * answers with its first edition, carry-forwards already recorded are not repeated, nothing is published before all stand.
 */
export class YearCloser {
  constructor(private readonly parts: YearCloserParts) {}

  /**
   * Raises `role-not-allowed`, `outside-scope`, `not-found`, `year-not-over`, `later-year-closed`, or `rules-failed` (kind refused)
   * with every failed rule; in all these cases nothing was written.
   */
  async close(agency: string, year: number, body: unknown, asked: RequestContext): Promise<YearClosed> {
    const { expectedRevision: _ofNoStream, ...request } = asked;
    assertRole(request.principal, carryForward.roles);
    assertScope(request.principal, agency);
    const input = validate(closeYearBody, body ?? {});
    const state = await this.parts.agencies.agencyOf(agency);

    const { books } = await this.parts.books.booksOf(agency, year);
    const published = books.editions.at(-1);
    if (published !== undefined) return answer(published, true);
    await this.#assertInTime(agency, year, request.now);

    // 1. Judge before anything is written.
    const form = input.form ?? formFor(policyOn(state, lastDayOf(year)), year);
    const of: YearOf = { agency, year, form };
    await this.#catchUp();
    await this.#judge(of, this.parts.reader.read(of).figures, books.waivers);

    // 2. Carry every open case forward; what was recorded in a run cut short is answered, not repeated.
    const open = this.parts.reader.openAtEndOf(agency, year);
    await this.#carryForward(open, year, request);

    // 3. Compute at one position of the log, judge what is to be published, publish.
    await this.#catchUp();
    const { figures, position } = this.parts.reader.read(of);
    const judgement = await this.#judge(of, figures, books.waivers);
    const edition = await this.#edition(state, figures, position, judgement, request.now);
    await this.#assertCarried(this.parts.reader.openAtEndOf(agency, year), year);
    const { repeated } = await this.parts.books.publish(edition, {
      ...request,
      commandId: `close:${agency}:${year}:edition-1`,
    });
    const { books: written } = await this.parts.books.booksOf(agency, year);
    return answer(written.editions.at(-1) ?? edition, repeated);
  }

  async #assertInTime(agency: string, year: number, now: Instant): Promise<void> {
    const today = localDateOf(now);
    if (today <= lastDayOf(year)) {
      throw new Refused('year-not-over', `${year} 年度尚未结束（今日 ${today}），不能结账`, { year, today });
    }
    const { books: later } = await this.parts.books.booksOf(agency, year + 1);
    if (later.editions.length > 0) {
      throw new Refused('later-year-closed', `${year + 1} 年度已结账，不能再结 ${year} 年度`, { year });
    }
  }

  async #catchUp(): Promise<void> {
    await this.parts.views.waitFor(await this.parts.store.head());
  }

  async #judge(of: YearOf, figures: YearFigures, waivers: Parameters<YearRules['judge']>[2]): Promise<YearJudgement> {
    const judgement = await this.parts.rules.judge(of, figures, waivers);
    if (judgement.blocking.length > 0) throw rulesFailed(judgement.blocking);
    return judgement;
  }

  async #carryForward(cases: readonly string[], year: number, request: RequestContext): Promise<void> {
    const body = { on: lastDayOf(year), fromYear: year, intoYear: year + 1 };
    for (let from = 0; from < cases.length; from += WINDOW) {
      const recorded = cases.slice(from, from + WINDOW).map(async (caseId) => {
        if (await this.#isCarried(caseId, year)) return;
        await this.parts.cases.record({
          step: carryForward.name,
          caseId,
          agency: null,
          body,
          request: { ...request, commandId: `close:${year}:${caseId}` },
        });
      });
      await Promise.all(recorded);
    }
  }

  /** The set of carry-forwards must equal the derived 结转下年度; a case that changed meanwhile is a conflict to be run again. */
  async #assertCarried(open: readonly string[], year: number): Promise<void> {
    for (const caseId of open) {
      if (!(await this.#isCarried(caseId, year))) {
        throw new Refused('cases-changed', `结账期间案件 ${caseId} 有变动，请重新结账`, { caseId });
      }
    }
  }

  async #isCarried(caseId: string, year: number): Promise<boolean> {
    return (await this.parts.cases.caseOf(caseId)).state.carriedInto.includes(year + 1);
  }

  async #edition(
    state: AgencyState,
    figures: YearFigures,
    position: string,
    { results }: YearJudgement,
    now: Instant,
  ): Promise<Edition> {
    const { agency, year, form, published } = figures;
    const tree = agencyTree((await this.parts.agencies.all()).values(), year);
    return {
      agency,
      year,
      on: localDateOf(now),
      edition: 1,
      position,
      form,
      scope: 'own',
      tables: storedTables(figures),
      sectionOne: published as Edition['sectionOne'],
      manifest: {
        form,
        ruleVersion: RULES_VERSION,
        calendarVersions: this.#calendarVersions(state, year),
        agencyTreeVersion: sha256OfJson(tree),
        softwareVersion: SOFTWARE_VERSION,
      },
      ruleFindings: results.flatMap(({ findings }) =>
        findings.map(({ rule, severity, message, cells }) => ({
          id: rule,
          severity,
          message,
          cells: cells.map(cellKey),
        })),
      ),
      waivers: results.filter(({ waived, status }) => waived && status === 'failed').map(({ rule }) => rule),
      digest: digestOf(figures),
      carriedForward: figures.table3.carriedOut?.at(-1) ?? 0,
    };
  }

  /** Deadlines of a year reach at most into the next one. */
  #calendarVersions({ jurisdiction }: AgencyState, year: number): string[] {
    const calendar = this.parts.calendars.of(jurisdiction);
    return calendar
      .workingDaysBetween(`${year - 1}-12-31` as LocalDate, `${year + 1}-12-31` as LocalDate)
      .calendarVersions.slice();
  }
}

function lastDayOf(year: number): LocalDate {
  return `${year}-12-31` as LocalDate;
}

function answer(edition: Edition, repeated: boolean): YearClosed {
  const { agency, year, digest, position, carriedForward } = edition;
  return { agency, year, edition: edition.edition, digest, position, carriedForward, repeated };
}

function rulesFailed(blocking: readonly JudgedRule[]): Refused {
  const findings = blocking.flatMap((rule) => rule.findings);
  const shown = findings.map(({ rule, message }) => `${rule}：${message}`).join('；');
  return new Refused('rules-failed', `勾稽关系不符，不能结账：${shown}`, { findings });
}
