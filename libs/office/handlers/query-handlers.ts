import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { GetCalendarImpact, GetCaseDue, GetLateReplies } from '../calendar-queries.js';
import { Office } from '../office.js';
import {
  GetAgency,
  GetCase,
  GetCaseClock,
  GetCaseHistory,
  GetCell,
  GetProjections,
  GetRegister,
  GetWorklist,
  GetYear,
  GetYearRules,
  ListAgencies,
  VerifyYear,
} from '../queries.js';
import { agencyView } from '../reading/agency-views.js';
import { registerView } from '../reading/register-view.js';
import { assertScope } from '../principal.js';
import { GetTotallingAgenciesHandler, GetYearEndStatusHandler } from '../year-end/year-end-handlers.js';
import { OVERVIEW_QUERY_HANDLERS } from './overview-handlers.js';
import { PROOF_QUERY_HANDLERS } from './proof-handlers.js';
import { REPORT_QUERY_HANDLERS } from './report-handlers.js';
import { REPLAY_QUERY_HANDLERS } from './replay-handlers.js';
import { SCOPE_QUERY_HANDLERS } from './scope-handlers.js';

/** Reads one case. */
@QueryHandler(GetCase)
export class GetCaseHandler implements IQueryHandler<GetCase> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, principal }: GetCase): Promise<QueryResult<GetCase>> {
    return this.office.caseReader.case(caseId, principal);
  }
}

/** Reads a page of a history. */
@QueryHandler(GetCaseHistory)
export class GetCaseHistoryHandler implements IQueryHandler<GetCaseHistory> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, principal, from, max }: GetCaseHistory): Promise<QueryResult<GetCaseHistory>> {
    return this.office.caseReader.history(caseId, principal, from, max);
  }
}

/** Reads a clock. */
@QueryHandler(GetCaseClock)
export class GetCaseClockHandler implements IQueryHandler<GetCaseClock> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, principal }: GetCaseClock): Promise<QueryResult<GetCaseClock>> {
    return this.office.caseReader.clock(caseId, principal);
  }
}

/** Reads a page of the worklist, what the caller recorded included. */
@QueryHandler(GetWorklist)
export class GetWorklistHandler implements IQueryHandler<GetWorklist> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ filter, principal }: GetWorklist): Promise<QueryResult<GetWorklist>> {
    await this.office.views.waitFor(await this.office.store.head(), { timeoutMs: 10_000 });
    return this.office.worklist.list(filter, principal);
  }
}

/** Lists the agencies in scope. */
@QueryHandler(ListAgencies)
export class ListAgenciesHandler implements IQueryHandler<ListAgencies> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ principal: { agencies } }: ListAgencies): Promise<QueryResult<ListAgencies>> {
    const all = [...(await this.office.agencies.all()).keys()];
    const inScope = agencies === '*' ? all : all.filter((id) => agencies.includes(id));
    return Promise.all(inScope.map(async (id) => agencyView(await this.office.agencies.withRevision(id))));
  }
}

/** Reads one agency. */
@QueryHandler(GetAgency)
export class GetAgencyHandler implements IQueryHandler<GetAgency> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ agency, principal }: GetAgency): Promise<QueryResult<GetAgency>> {
    assertScope(principal, agency);
    return agencyView(await this.office.agencies.withRevision(agency));
  }
}

/** Reads a register. */
@QueryHandler(GetRegister)
export class GetRegisterHandler implements IQueryHandler<GetRegister> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ agency, year, principal, page }: GetRegister): Promise<QueryResult<GetRegister>> {
    assertScope(principal, agency);
    return registerView(await this.office.register.registerOf(agency, year), page);
  }
}

/** Reads the tables of a year. */
@QueryHandler(GetYear)
export class GetYearHandler implements IQueryHandler<GetYear> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, form, principal }: GetYear): Promise<QueryResult<GetYear>> {
    return this.office.years.year(agency, year, form, principal);
  }
}

/** Puts a year to the rules. */
@QueryHandler(GetYearRules)
export class GetYearRulesHandler implements IQueryHandler<GetYearRules> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, form, principal }: GetYearRules): Promise<QueryResult<GetYearRules>> {
    return this.office.years.judged(agency, year, form, principal);
  }
}

/** Reads the cases behind a cell. */
@QueryHandler(GetCell)
export class GetCellHandler implements IQueryHandler<GetCell> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, cell, principal, page }: GetCell): Promise<QueryResult<GetCell>> {
    return this.office.years.cell(agency, year, cell, principal, page);
  }
}

/** Recomputes a closed year. */
@QueryHandler(VerifyYear)
export class VerifyYearHandler implements IQueryHandler<VerifyYear> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, principal, onProgress, edition }: VerifyYear): Promise<QueryResult<VerifyYear>> {
    assertScope(principal, agency);
    return this.office.verifier.verify(agency, year, onProgress, edition);
  }
}

/** Tells where the projections stand. */
@QueryHandler(GetProjections)
export class GetProjectionsHandler implements IQueryHandler<GetProjections> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute(): Promise<QueryResult<GetProjections>> {
    return this.office.views.status();
  }
}

/** Tells which open cases a calendar version moves. */
@QueryHandler(GetCalendarImpact)
export class GetCalendarImpactHandler implements IQueryHandler<GetCalendarImpact> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ asked, principal, page }: GetCalendarImpact): Promise<QueryResult<GetCalendarImpact>> {
    if ('version' in asked) return this.office.impacts.ofRecorded(asked.version, principal, page);
    const calendar = await this.office.calendarDesk.judge(asked.body, { principal, now: asked.now });
    return this.office.impacts.ofCandidate(calendar, principal, page);
  }
}

/** Reads the due date of a case on both readings. */
@QueryHandler(GetCaseDue)
export class GetCaseDueHandler implements IQueryHandler<GetCaseDue> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, principal }: GetCaseDue): Promise<QueryResult<GetCaseDue>> {
    return this.office.dueReader.case(caseId, principal);
  }
}

/** Reads the late replies of a year. */
@QueryHandler(GetLateReplies)
export class GetLateRepliesHandler implements IQueryHandler<GetLateReplies> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, principal, page }: GetLateReplies): Promise<QueryResult<GetLateReplies>> {
    return this.office.dueReader.lateReplies(agency, year, principal, page);
  }
}

/** All query handlers; exactly one per query. */
export const QUERY_HANDLERS = [
  ...PROOF_QUERY_HANDLERS,
  ...REPLAY_QUERY_HANDLERS,
  ...REPORT_QUERY_HANDLERS,
  ...SCOPE_QUERY_HANDLERS,
  ...OVERVIEW_QUERY_HANDLERS,
  GetCaseHandler,
  GetCaseHistoryHandler,
  GetCaseClockHandler,
  GetWorklistHandler,
  ListAgenciesHandler,
  GetAgencyHandler,
  GetRegisterHandler,
  GetYearHandler,
  GetYearRulesHandler,
  GetCellHandler,
  VerifyYearHandler,
  GetProjectionsHandler,
  GetCalendarImpactHandler,
  GetCaseDueHandler,
  GetLateRepliesHandler,
  GetYearEndStatusHandler,
  GetTotallingAgenciesHandler,
];
