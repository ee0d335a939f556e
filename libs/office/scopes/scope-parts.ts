import type { EventStore } from '#event-store';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { NarrativeDesk } from '../desk/narrative-desk.js';
import { assertScope, type Principal } from '../principal.js';
import type { YearQueries } from '../reading/year-queries.js';
import type { OfficeViews } from '../views/office-views.js';
import type { YearAuditor } from '../years/audit-year.js';
import type { RegisterLineage } from '../years/register-lineage.js';
import type { YearReader } from '../years/year-reader.js';
import { readScope, type ScopeOfYear, type ScopeReading } from './scope-reader.js';
import { PresentSource } from './scope-source.js';

/** What the present tables of a scope are read from. */
export interface PresentParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly agencies: AgencyDesk;
  readonly books: BooksDesk;
  readonly reader: YearReader;
  readonly lineage: RegisterLineage;
}

/** What reading scopes works with. */
export interface ScopeParts extends PresentParts {
  readonly narratives: NarrativeDesk;
  readonly years: YearQueries;
  readonly auditor: YearAuditor;
}

/**
 * The tables of a scope as they stand now. Whoever is bound to a body may read the tables of its level and its region; they are
 * sums of reports that are published. Raises `outside-scope` and what {@link readScope} raises.
 */
export async function readPresent(parts: ScopeParts, of: ScopeOfYear, principal: Principal): Promise<ScopeReading> {
  assertScope(principal, of.agency);
  await parts.views.waitFor(await parts.store.head(), { timeoutMs: 10_000 });
  return readScope(presentOf(parts), of);
}

/** Everything as it stands now. */
export function presentOf({ views, agencies, books, reader, lineage }: PresentParts): PresentSource {
  return new PresentSource(views, { agencies, books }, reader, lineage);
}

/** Whether the principal may see the cases of a body: only who is bound to it; a right on a body above is none on its cases. */
export function mayList(principal: Principal, agency: string): boolean {
  return principal.agencies === '*' || principal.agencies.includes(agency);
}
