import { validate } from '#kernel';
import { yearSchema, type ImportedReport } from '#agency';
import { carryForward } from '#casework';
import type { YearClosed } from '../commands.js';
import { assertRole } from '../principal.js';
import type { RequestContext } from '../request.js';
import type { BooksDesk } from '../desk/books-desk.js';
import { answerOf, type YearCloser } from '../years/close-year.js';
import type { ImportedYear, ImportedYears } from './imported-years.js';
import { refusalIn, refusalOf, type Refusal } from '../refusal.js';
import type { ReportingAgencies, ReportingAgency } from './reporting-agencies.js';

/** What became of one agency in a run. */
export type YearEndResult = ReportingAgency & (YearEndClosed | YearEndImported | YearEndRefused);

/** The year is closed: in this run, or before it (`repeated`). */
export interface YearEndClosed {
  readonly outcome: 'closed';
  readonly closed: YearClosed;
}

/**
 * The report that the body published elsewhere was imported and counts; there is nothing to close. With `precedence` it was decided,
 * with a reason and an approver, that it counts instead of what is kept here.
 */
export interface YearEndImported {
  readonly outcome: 'imported';
  readonly imported: Pick<ImportedReport, 'on' | 'publishedBy' | 'source' | 'precedence'>;
}

/** The year could not be closed; the other agencies went on. */
export interface YearEndRefused {
  readonly outcome: 'refused';
  readonly refusal: Refusal;
}

/** What a whole run answers. */
export interface YearEnd {
  readonly year: number;
  /** Reporting agencies within reach; those behind the last result were not reached. */
  readonly agencies: number;
  readonly results: readonly YearEndResult[];
  /** True when the run was stopped between two agencies. */
  readonly interrupted: boolean;
}

/** How a run is watched and stopped. */
export interface YearEndWatch {
  /** Called after each agency, before the next one is begun; what it raises ends the run. */
  readonly onResult?: (result: YearEndResult, done: number, agencies: number) => Promise<void> | void;
  /** Stops the run before the next agency. */
  readonly signal?: AbortSignal;
}

/**
 * Closes a year for every reporting agency, one after the other. Safe to run again at any time and to stop in the middle of one:
 * closing is (close-year.ts), and a closed year answers with the latest edition it has.
 */
export class YearEndRunner {
  constructor(
    private readonly agencies: ReportingAgencies,
    private readonly imports: ImportedYears,
    private readonly closer: YearCloser,
    private readonly books: BooksDesk,
  ) {}

  /** Takes the agencies within the reach of the principal, by id. Raises `invalid-input`, `role-not-allowed`, `agency-tree-cycle` and what concerns the whole run. */
  async run(year: number, request: RequestContext, { onResult, signal }: YearEndWatch = {}): Promise<YearEnd> {
    validate(yearSchema, year, 'year');
    assertRole(request.principal, carryForward.roles);
    const reporting = await this.agencies.within(year, request.principal);
    const results: YearEndResult[] = [];
    for (const one of reporting) {
      if (signal?.aborted === true) break;
      const result = await this.#close(one, year, request);
      results.push(result);
      await onResult?.(result, results.length, reporting.length);
    }
    return { year, agencies: reporting.length, results, interrupted: results.length < reporting.length };
  }

  async #close(one: ReportingAgency, year: number, request: RequestContext): Promise<YearEndResult> {
    const imported = await this.imports.importOf(one.agency, year);
    if (imported !== null) return { ...one, ...resultOf(imported) };
    try {
      return { ...one, outcome: 'closed', closed: await this.#closed(one.agency, year, request) };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      return { ...one, outcome: 'refused', refusal };
    }
  }

  /** A year that was closed before may have been restated since: what is reported of it is its latest edition, as in its files. */
  async #closed(agency: string, year: number, request: RequestContext): Promise<YearClosed> {
    const closed = await this.closer.close(agency, year, {}, request);
    if (!closed.repeated) return closed;
    const { books } = await this.books.booksOf(agency, year);
    const latest = books.editions.at(-1);
    return latest === undefined ? closed : answerOf(latest, true);
  }
}

/** A report that stands alone, or by a decision, counts; nobody closes the books beside one that does neither. */
function resultOf({ report, undecided }: ImportedYear): YearEndImported | YearEndRefused {
  if (undecided !== null) return { outcome: 'refused', refusal: refusalOf(undecided) };
  const { on, publishedBy, source, precedence } = report;
  return {
    outcome: 'imported',
    imported: { on, publishedBy, source, ...(precedence !== undefined && { precedence }) },
  };
}
