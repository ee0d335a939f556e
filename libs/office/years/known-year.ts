import type { Instant } from '#kernel';
import type { ReportForm } from '#agency';
import type { EventStore } from '#event-store';
import type { YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import { assertScope, type Principal } from '../principal.js';
import type { OfficeViews } from '../views/office-views.js';
import { digestOf } from './figures-of.js';
import { formOfYear } from './form-of-year.js';
import { assertKnowable, type KnownAt, type KnownAtReader } from './known-at.js';

/** The tables of a year as they stood at an earlier state of knowledge. */
export interface KnownYear {
  readonly agency: string;
  readonly year: number;
  readonly form: ReportForm;
  readonly known: KnownAt;
  readonly figures: YearFigures;
  /** SHA-256 of the canonical JSON of the figures; equal to an edition's exactly if they are what it published. */
  readonly digest: string;
}

/** Answers what was known of a year at a place in the log or at an instant. */
export class KnownYearReader {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly agencies: AgencyDesk,
    private readonly books: BooksDesk,
    private readonly reader: KnownAtReader,
  ) {}

  /**
   * `form` defaults to that of the edition that holds now, or of the agency's policy; `now` is the present. Raises `outside-scope`,
   * `not-found`, `invalid-input`, `instant-in-future`, `position-malformed`, `position-unknown`.
   */
  async figures(
    agency: string,
    year: number,
    form: ReportForm | null,
    known: KnownAt,
    principal: Principal,
    now: Instant,
  ): Promise<KnownYear> {
    assertScope(principal, agency);
    const state = await this.agencies.agencyOf(agency);
    const head = await this.store.head();
    assertKnowable(known, head, now);
    await this.views.waitFor(head, { timeoutMs: 10_000 });
    const { books } = await this.books.booksOf(agency, year);
    const shown = form ?? formOfYear(state, books);
    const figures = await this.reader.read({ agency, year, form: shown }, known);
    return { agency, year, form: shown, known, figures, digest: digestOf(figures) };
  }
}
