import { NotFound, validate } from '#kernel';
import { ScopesOfYear, yearSchema, type ReportForm, type ScopeOf } from '#agency';
import { cellKey, cellLabel, type CaseCount } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertCaseInScope, type Principal } from '../principal.js';
import { caseStream } from '../streams.js';
import { CaseLineage, type LineageEntry } from './case-lineage.js';
import { formOfYear } from './form-of-year.js';

/** A cell that a case, or a matter of it, is in, with the entries that put it there. */
export interface CaseCell {
  readonly cell: string;
  readonly label: string;
  /** The matter, for table 4; otherwise `null`. */
  readonly remedyId: string | null;
  readonly because: readonly LineageEntry[];
}

/** The cells of one year that a case is in: in the tables of its agency, and in those of every scope that counts the agency. */
export interface CaseYear {
  readonly year: number;
  readonly form: ReportForm;
  readonly cells: readonly CaseCell[];
  readonly scopes: readonly ScopeOf[];
}

/** The cells that a case is in, year by year; a year in which it is in none is left out. */
export interface CaseCells {
  readonly caseId: string;
  readonly agency: string;
  readonly years: readonly CaseYear[];
}

/** From a case to its cells: the reverse of the lists behind the cells. */
export class CaseCellsReader {
  constructor(
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
    private readonly books: BooksDesk,
  ) {}

  /**
   * As the case stands now, in the years up to and with `toYear`: an open case goes on being carried forward. Raises `not-found` (also for
   * a case out of scope), `invalid-input` (no such year).
   */
  async cells(caseId: string, toYear: number, principal: Principal): Promise<CaseCells> {
    validate(yearSchema, toYear, 'toYear');
    const lineage = new CaseLineage(await this.desk.history(caseStream(caseId)));
    const { count } = lineage;
    if (count === null) throw new NotFound('案件', caseId);
    assertCaseInScope(principal, caseId, count.agency);
    const agencies = await this.agencies.all();
    const years: CaseYear[] = [];
    for (let year = firstYear(count); year <= Math.min(toYear, lastYear(count)); year++) {
      const form = await this.#form(count.agency, year);
      const cells = lineage.placements(year, form).map(({ cell, remedyId, because }) => ({
        cell: cellKey(cell),
        label: cellLabel(cell, form),
        remedyId,
        because,
      }));
      if (cells.length === 0) continue;
      years.push({ year, form, cells, scopes: new ScopesOfYear(agencies, year).scopesWith(count.agency) });
    }
    return { caseId, agency: count.agency, years };
  }

  async #form(agency: string, year: number): Promise<ReportForm> {
    const { books } = await this.books.booksOf(agency, year);
    return formOfYear(await this.agencies.agencyOf(agency), books);
  }
}

function firstYear({ receivedYear, remedies }: CaseCount): number {
  return Math.min(receivedYear ?? Infinity, ...remedies.map(({ filedYear }) => filedYear));
}

/** Without an end, for a case or a matter that is open. */
function lastYear({ closedYear, remedies }: CaseCount): number {
  return Math.max(closedYear ?? Infinity, ...remedies.map(({ concludedYear }) => concludedYear ?? Infinity));
}
