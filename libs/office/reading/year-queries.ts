import type { LocalDate } from '#kernel';
import { nameOn, type Books, type ReportForm } from '#agency';
import { cellKey, RULES_VERSION, type CaseCount, type CellAddress } from '#statistics';
import type { EventStore } from '#event-store';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertScope, type Principal } from '../principal.js';
import type { CellCase, CellPage, YearRulesView, YearView } from '../queries.js';
import { caseStream } from '../streams.js';
import type { OfficeViews } from '../views/office-views.js';
import { CaseLineage } from '../years/case-lineage.js';
import { digestOf, type YearOf } from '../years/figures-of.js';
import { formWith, isCell, registerFigure, valueAt, type FigureAddress } from '../years/figure-address.js';
import { formOfYear } from '../years/form-of-year.js';
import { recount, type RegisterLineage } from '../years/register-lineage.js';
import type { YearReader } from '../years/year-reader.js';
import type { YearRules } from '../years/year-rules.js';
import { afterCursor, pageAfter } from './position-cursor.js';

/** Answers questions about years: figures, rules, and the cases behind a cell. Always includes what the caller has recorded. */
export class YearQueries {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
    private readonly books: BooksDesk,
    private readonly reader: YearReader,
    private readonly rules: YearRules,
    private readonly lineage: RegisterLineage,
  ) {}

  /** Raises `not-found`, `outside-scope`. */
  async year(agency: string, year: number, form: ReportForm | null, principal: Principal): Promise<YearView> {
    const { state, of, books } = await this.#open(agency, year, form, principal);
    const { figures, position } = this.reader.read(of);
    const published = books.editions.at(-1);
    return {
      agency,
      agencyName: nameOn(state, `${year}-12-31` as LocalDate),
      year,
      position,
      figures,
      closed:
        published === undefined
          ? null
          : closing(published, digestOf(this.reader.read({ ...of, form: published.form }).figures)),
    };
  }

  /** Raises `not-found`, `outside-scope`. */
  async judged(agency: string, year: number, form: ReportForm | null, principal: Principal): Promise<YearRulesView> {
    const { of, books } = await this.#open(agency, year, form, principal);
    const { results, blocking } = await this.rules.judge(of, this.reader.read(of).figures, books.waivers);
    return { rulesVersion: RULES_VERSION, results, blocking: blocking.map(({ rule }) => rule) };
  }

  /** Raises `not-found`, `outside-scope`, `invalid-input` for a cursor that is none. */
  async cell(
    agency: string,
    year: number,
    figure: FigureAddress,
    principal: Principal,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ): Promise<CellPage> {
    const { of } = await this.#open(agency, year, formWith(figure), principal);
    const { figures, position } = this.reader.read(of);
    const after = afterCursor(cursor, position);
    const value = valueAt(figures, figure);
    const inRegister = registerFigure(figure);
    if (inRegister !== null) {
      const entries = await this.lineage.behind(agency, year, inRegister);
      const { shown, next } = pageAfter(entries ?? [], after, limit);
      return { value, recounted: recount(inRegister, entries), cases: [], entries: shown, next };
    }
    if (!isCell(figure)) throw new TypeError('a figure comes from registers or from cases');
    const { shown, next } = pageAfter(
      this.reader.cell([agency], year, figure, { after, limit: limit + 1 }),
      after,
      limit,
    );
    const cases = await Promise.all(shown.map(({ count }) => this.becauseOf(count, of, figure)));
    return { value, recounted: null, cases, entries: [], next };
  }

  async #open(agency: string, year: number, form: ReportForm | null, principal: Principal) {
    assertScope(principal, agency);
    const state = await this.agencies.agencyOf(agency);
    const { books } = await this.books.booksOf(agency, year);
    await this.views.waitFor(await this.store.head(), { timeoutMs: 10_000 });
    return { state, books, of: { agency, year, form: form ?? formOfYear(state, books) } };
  }

  /** A case in a cell, with the entries that put it there, as they now stand. */
  async becauseOf({ caseId }: CaseCount, { year, form }: YearOf, cell: CellAddress): Promise<CellCase> {
    const lineage = new CaseLineage(await this.desk.history(caseStream(caseId)));
    const behind = lineage.placements(year, form).filter((one) => cellKey(one.cell) === cellKey(cell));
    // Two matters of one case may stand in one cell.
    return { caseId, events: behind.flatMap(({ because }) => because) };
  }
}

function closing(edition: Books['editions'][number], digestNow: string): YearView['closed'] {
  const { digest, position, on, form, manifest, carriedForward } = edition;
  return {
    edition: edition.edition,
    digest,
    position,
    closedOn: on,
    form,
    manifest,
    carriedForward,
    figuresStillEqual: digestNow === digest,
  };
}
