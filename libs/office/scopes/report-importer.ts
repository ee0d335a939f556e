import { GongkaiError, validate, type Json, type LocalDate, type Principal } from '#kernel';
import { decideImport, foldBooks, importReport, nameOn, ScopesOfYear, type Agencies } from '#agency';
import type { EventStore } from '#event-store';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertRole } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { booksStream } from '../streams.js';
import type { OfficeViews } from '../views/office-views.js';
import { mayList } from './scope-parts.js';
import { isKeptHere } from './kept-here.js';
import type { ScopeSource } from './scope-source.js';

/** Takes reports that were published elsewhere into the books of their bodies. */
export class ReportImporter {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
    private readonly present: ScopeSource,
  ) {}

  /**
   * By somebody bound to the body or to one that totals it. Raises `role-not-allowed`, `outside-scope`, `not-found`,
   * `invalid-input` and what `decideImport` raises. Nothing is written then.
   */
  async import(agency: string, year: number, body: unknown, request: RequestContext): Promise<Recorded> {
    const { principal, now } = request;
    assertRole(principal, importReport.roles);
    const agencies = await this.agencies.all();
    assertTotals(principal, agencies, agency, year);
    const state = await this.agencies.agencyOf(agency);
    const input = validate(importReport.body, body);
    const { name, commutes } = importReport;
    const command = { name, stream: booksStream(agency, year), body: body as Json, request, commutes };
    const first = await this.desk.repeated(command);
    if (first !== null) return first;

    await this.views.waitFor(await this.store.head(), { timeoutMs: 10_000 });
    const context = {
      actor: principal.staffId,
      role: principal.role,
      now,
      agencyName: nameOn(state, `${year}-12-31` as LocalDate),
      keepsBooks: await isKeptHere(this.present, await this.present.figures({ agency, year, form: '2021' })),
    };
    return this.desk.record({
      ...command,
      decide: (history) => {
        const { type, data } = decideImport(foldBooks({ agency, year }, history), input, context);
        return { type, data, agency, on: data.on };
      },
    });
  }
}

/** The right to import is that to the body itself, or to a body whose level or region of the year counts it. */
function assertTotals(principal: Principal, agencies: Agencies, agency: string, year: number): void {
  if (mayList(principal, agency)) return;
  const above = agencies.has(agency) ? new ScopesOfYear(agencies, year).scopesWith(agency) : [];
  if (above.some(({ agencyId }) => mayList(principal, agencyId))) return;
  throw new GongkaiError('forbidden', 'outside-scope', `无权办理机关 ${agency} 的事项`, { agency });
}
