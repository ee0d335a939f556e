import { localDateOf, validate, type Instant, type LocalDate } from '#kernel';
import { latestEdition, yearSchema } from '#agency';
import type { EventStore } from '#event-store';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { Principal } from '../principal.js';
import type { OfficeViews } from '../views/office-views.js';
import { lastDayOf } from '../years/carry-forwards.js';
import type { DriftOverviewReader, DriftedYear } from '../years/drift-overview.js';
import { formOfYear } from '../years/form-of-year.js';
import type { YearCloser } from '../years/close-year.js';
import type { YearReader } from '../years/year-reader.js';
import type { YearRules } from '../years/year-rules.js';
import { refusalIn, type Refusal } from '../refusal.js';
import type { ImportedYears } from './imported-years.js';
import type { YearEndScopeLine, YearEndScopes } from './scope-status.js';
import type { ReportingAgencies, ReportingAgency } from './reporting-agencies.js';
import { unconfirmedOf } from './unconfirmed.js';

/**
 * How far the report of an agency is: `year-running` before January 1; `failing`: an error of the rules blocks it; `blocked`: something
 * else does (`refusal`); `ready` to be closed; `drifted`: closed, and the figures moved since without a restatement or an accepted adjustment; `closed`;
 * `imported`: not closed here, the report that it published elsewhere was imported; `undecided`: so it was, but books are kept here,
 * too, and nobody said which counts (`remedy` says what to do).
 */
export type YearEndState =
  'year-running' | 'failing' | 'blocked' | 'ready' | 'drifted' | 'closed' | 'imported' | 'undecided';

/** What stands between an agency and its report on a year. */
export interface YearEndLine extends ReportingAgency {
  readonly state: YearEndState;
  /** The day of the deadline is past, no edition is published and no report imported. */
  readonly late: boolean;
  /** Cases received by the end of the year and not ended by then; while the year runs: not ended yet. */
  readonly open: number;
  /** Applications that arrived by the end of the year and whose receipt nobody has confirmed: in no figure, and no hindrance. */
  readonly unconfirmed: number;
  /** Cases open today whose reply is overdue. */
  readonly overdue: number;
  /** Rules that block the closing, and rules that only warn; none for an imported report, which is not closed. */
  readonly blocking: readonly string[];
  readonly warnings: readonly string[];
  /** What the closing would be refused with besides the rules, once the year is over; `null`: nothing. */
  readonly refusal: Refusal | null;
  /** Number and digest of the edition that holds; `null` while none is published. */
  readonly edition: { readonly number: number; readonly digest: string } | null;
}

/** All reporting agencies before the deadlines of a year. */
export interface YearEndStatus {
  readonly year: number;
  /** Today in Shanghai, by which lateness is told. */
  readonly today: LocalDate;
  readonly lines: readonly YearEndLine[];
  /** The reports of levels and regions. */
  readonly scopes: readonly YearEndScopeLine[];
}

/** What the status is read from. */
export interface YearEndStatusParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly agencies: AgencyDesk;
  readonly reporting: ReportingAgencies;
  readonly imports: ImportedYears;
  readonly yearEndScopes: YearEndScopes;
  readonly books: BooksDesk;
  readonly reader: YearReader;
  readonly rules: YearRules;
  readonly driftOverview: DriftOverviewReader;
  readonly closer: YearCloser;
}

/** Answers what is open, late or failing before the deadlines of the reports on a year. Records nothing. */
export class YearEndStatusReader {
  constructor(private readonly parts: YearEndStatusParts) {}

  /** The agencies within the reach of `principal`, in the order of ids. `now` is the present. Raises `invalid-input`, `agency-tree-cycle`. */
  async status(year: number, principal: Principal, now: Instant): Promise<YearEndStatus> {
    validate(yearSchema, year, 'year');
    const today = localDateOf(now);
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    const { drifted } = await this.parts.driftOverview.overview();
    const lines: YearEndLine[] = [];
    for (const one of await this.parts.reporting.within(year, principal)) {
      lines.push(await this.#line(one, year, now, drifted));
    }
    return { year, today, lines, scopes: await this.parts.yearEndScopes.lines(year, principal) };
  }

  async #line(
    reporting: ReportingAgency,
    year: number,
    now: Instant,
    drifted: readonly DriftedYear[],
  ): Promise<YearEndLine> {
    const today = localDateOf(now);
    const { agency, deadline } = reporting;
    const { books } = await this.parts.books.booksOf(agency, year);
    const form = formOfYear(await this.parts.agencies.agencyOf(agency), books);
    const { figures } = this.parts.reader.read({ agency, year, form });
    const edition = latestEdition(books);
    const imported = await this.parts.imports.importOf(agency, year);
    const undecided = imported?.undecided ?? null;
    const { results, blocking } =
      imported !== null
        ? { results: [], blocking: [] }
        : await this.parts.rules.judge({ agency, year, form }, figures, books.waivers);
    const moved = drifted.some((one) => one.agency === agency && one.year === year && !one.accepted);
    const running = today <= lastDayOf(year);
    const refusal = running || edition !== null || imported !== null ? null : await this.#refusalOf(agency, year, now);
    return {
      ...reporting,
      state:
        imported !== null
          ? undecided === null
            ? 'imported'
            : 'undecided'
          : stateOf({ running, closed: edition !== null, moved, failing: blocking.length > 0, refusal }),
      remedy: undecided?.message ?? reporting.remedy,
      late: edition === null && imported === null && today > deadline,
      open: this.parts.reader.openAtEndOf(agency, year).length,
      unconfirmed: unconfirmedOf(this.parts.views, agency, year),
      overdue: this.#overdue(agency, today),
      blocking: blocking.map(({ rule }) => rule),
      warnings: results
        .filter(({ status, severity }) => status === 'failed' && severity === 'warning')
        .map(({ rule }) => rule),
      refusal,
      edition: edition === null ? null : { number: edition.edition, digest: edition.digest },
    };
  }

  async #refusalOf(agency: string, year: number, now: Instant): Promise<Refusal | null> {
    try {
      await this.parts.closer.assertClosable(agency, year, now);
      return null;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      return refusal;
    }
  }

  #overdue(agency: string, today: LocalDate): number {
    const [row] = this.parts.views.caseload
      .statement("SELECT count(*) AS cases FROM caseload WHERE agency = ? AND status <> 'closed' AND due < ?")
      .all(agency, today);
    return Number(row?.['cases']);
  }
}

interface Facts {
  readonly running: boolean;
  readonly closed: boolean;
  readonly moved: boolean;
  readonly failing: boolean;
  readonly refusal: Refusal | null;
}

function stateOf({ running, closed, moved, failing, refusal }: Facts): YearEndState {
  if (closed) return moved ? 'drifted' : 'closed';
  if (running) return 'year-running';
  if (refusal !== null) return 'blocked';
  return failing ? 'failing' : 'ready';
}
