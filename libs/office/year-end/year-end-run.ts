import { GongkaiError, validate, type ErrorFacts, type ErrorKind } from '#kernel';
import { latestEdition, standingImport, yearSchema, type ImportedReport } from '#agency';
import { carryForward } from '#casework';
import type { YearClosed } from '../commands.js';
import type { BooksDesk } from '../desk/books-desk.js';
import { assertRole } from '../principal.js';
import type { RequestContext } from '../request.js';
import type { YearCloser } from '../years/close-year.js';
import type { ReportingAgencies, ReportingAgency } from './reporting-agencies.js';

/** What became of one agency in a run. */
export type YearEndResult = ReportingAgency & (YearEndClosed | YearEndImported | YearEndRefused);

/** The year is closed: in this run, or before it (`repeated`). */
export interface YearEndClosed {
  readonly outcome: 'closed';
  readonly closed: YearClosed;
}

/** The report that the body published elsewhere was imported and counts; there is nothing to close. */
export interface YearEndImported {
  readonly outcome: 'imported';
  readonly imported: Pick<ImportedReport, 'on' | 'publishedBy' | 'source'>;
}

/** The year could not be closed; the other agencies went on. */
export interface YearEndRefused {
  readonly outcome: 'refused';
  /** Code, message and facts of the refusal, such as the findings of `rules-failed`. */
  readonly refusal: { readonly code: string; readonly message: string; readonly facts: ErrorFacts };
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

/** What one agency's refusal may look like; anything else (a full disk, a lost store) ends the run. */
const REFUSALS: ReadonlySet<ErrorKind> = new Set(['refused', 'conflict', 'invalid', 'not-found']);

/**
 * Closes a year for every reporting agency, one after the other. Safe to run again at any time and to stop in the middle of one:
 * closing is (close-year.ts), and a closed year answers with the edition it has.
 */
export class YearEndRunner {
  constructor(
    private readonly agencies: ReportingAgencies,
    private readonly books: BooksDesk,
    private readonly closer: YearCloser,
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
    const { books } = await this.books.booksOf(one.agency, year);
    const report = latestEdition(books) === null ? standingImport(books, 'own') : null;
    if (report !== null) {
      const { on, publishedBy, source } = report;
      return { ...one, outcome: 'imported', imported: { on, publishedBy, source } };
    }
    try {
      return { ...one, outcome: 'closed', closed: await this.closer.close(one.agency, year, {}, request) };
    } catch (error) {
      if (!(error instanceof GongkaiError) || !REFUSALS.has(error.kind)) throw error;
      const { code, message, facts } = error;
      return { ...one, outcome: 'refused', refusal: { code, message, facts } };
    }
  }
}
