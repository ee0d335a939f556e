import { NotFound, type LocalDate } from '#kernel';
import { buildAnnualReport, reportOfIssue, type AnnualReport, type ReportContent } from '#annual-report';
import {
  latestEdition,
  latestIssue,
  nameOn,
  policyOn,
  type AgencyYear,
  type Books,
  type Edition,
  type IssuedReport,
  type Narrative,
  type TableScope,
} from '#agency';
import type { EventStore } from '#event-store';
import type { FeeFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { NarrativeDesk } from '../desk/narrative-desk.js';
import type { OfficeViews } from '../views/office-views.js';
import { editionOf } from '../years/edition-reader.js';
import { formOfYear } from '../years/form-of-year.js';
import type { KnownAtReader } from '../years/known-at.js';
import { publishedFigures, summedFigures } from '../years/stored-tables.js';
import type { YearReader } from '../years/year-reader.js';
import type { ScopeContents } from './scope-contents.js';

/** What the reader of reports reads from. */
export interface ReportContentsParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly agencies: AgencyDesk;
  readonly books: BooksDesk;
  readonly narratives: NarrativeDesk;
  readonly reader: YearReader;
  readonly knownAt: KnownAtReader;
  readonly scopes: ScopeContents;
}

/** Which version of a report is meant: an issued one by its number, the working draft, or the one that holds. */
export type ReportVersion = number | 'draft' | null;

/** Puts together what an annual report is made from, and the report itself. */
export class ReportContents {
  constructor(private readonly parts: ReportContentsParts) {}

  /**
   * What the working draft is made from: the figures of the edition that holds and the fees known to it, or the present ones of a year
   * that is not closed. Raises `not-found` for an unknown agency.
   */
  async of(target: AgencyYear): Promise<ReportContent> {
    const { agency, year } = target;
    const state = await this.parts.agencies.agencyOf(agency);
    const { books } = await this.parts.books.booksOf(agency, year);
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    const lastDay = `${year}-12-31` as LocalDate;
    const edition = latestEdition(books);
    return {
      agencyName: nameOn(state, lastDay),
      scope: edition?.scope ?? 'own',
      figures:
        edition === null
          ? this.parts.reader.read({ ...target, form: formOfYear(state, books) }).figures
          : publishedFigures(edition),
      fees:
        edition === null
          ? this.parts.reader.fees(target)
          : this.parts.knownAt.fees(target, { position: edition.position }),
      narrative: (await this.parts.narratives.narrativeOf(target)).narrative,
      lastYear: await this.parts.narratives.lastYearOf(target),
      edition: edition === null ? null : { number: edition.edition, digest: edition.digest },
      feeDecimals: policyOn(state, lastDay).feeDecimals,
    };
  }

  /** The edition of the agency's own year under this number, and the fees known to it. Raises `not-found`. */
  async edition(target: AgencyYear, number: number): Promise<{ readonly edition: Edition; readonly fees: FeeFigures }> {
    const { books } = await this.parts.books.booksOf(target.agency, target.year);
    const edition = editionOf(books, number);
    return { edition, fees: this.parts.knownAt.fees(target, { position: edition.position }) };
  }

  /**
   * The report of a scope: by default the version issued last, as long as there is none the working draft. Raises `not-found` (agency,
   * version); for a draft of a level or region what its tables raise.
   */
  async report(target: AgencyYear, version: ReportVersion, scope: TableScope = 'own'): Promise<AnnualReport> {
    await this.parts.agencies.agencyOf(target.agency);
    const { narrative } = await this.parts.narratives.narrativeOf(target);
    const issued = version === null ? latestIssue(narrative, scope) : issueOf(narrative, scope, version);
    if (issued === null) {
      return buildAnnualReport(
        scope === 'own' ? await this.of(target) : (await this.parts.scopes.of(target, scope)).content,
      );
    }
    if (issued.sum !== undefined) return reportOfIssue(issued, summedFigures(issued.sum));
    const { books } = await this.parts.books.booksOf(target.agency, target.year);
    return reportOfIssue(issued, figuresOfIssue(issued, books));
  }
}

function issueOf({ issues }: Narrative, scope: TableScope, version: number | 'draft'): IssuedReport | null {
  if (version === 'draft') return null;
  const found = issues.find((one) => one.scope === scope && one.issue === version);
  if (found === undefined) throw new NotFound('定稿', `第 ${version} 次`);
  return found;
}

function figuresOfIssue({ edition }: IssuedReport, books: Books): AnnualReport['figures'] {
  return publishedFigures(editionOf(books, edition));
}
