import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { AcceptDrift, RestateYear, type YearRestated } from '../commands.js';
import { Office } from '../office.js';
import { AuditYear, GetCaseCells, GetEdition, GetEditions, GetYearDrift, GetYearKnownAt } from '../proof-queries.js';
import type { Recorded } from '../request.js';

/** Restates a closed year. */
@CommandHandler(RestateYear)
export class RestateYearHandler implements ICommandHandler<RestateYear> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, body, request }: RestateYear): Promise<YearRestated> {
    return this.office.restater.restate(agency, year, body, request);
  }
}

/** Accepts the drift of a closed year. */
@CommandHandler(AcceptDrift)
export class AcceptDriftHandler implements ICommandHandler<AcceptDrift> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, body, request }: AcceptDrift): Promise<Recorded> {
    return this.office.driftAccepter.accept(agency, year, body, request);
  }
}

/** Compares a closed year with its edition. */
@QueryHandler(GetYearDrift)
export class GetYearDriftHandler implements IQueryHandler<GetYearDrift> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, principal, limit }: GetYearDrift): Promise<QueryResult<GetYearDrift>> {
    return this.office.drift.drift(agency, year, principal, limit);
  }
}

/** Lists editions. */
@QueryHandler(GetEditions)
export class GetEditionsHandler implements IQueryHandler<GetEditions> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, principal }: GetEditions): Promise<QueryResult<GetEditions>> {
    return this.office.editions.editions(agency, year, principal);
  }
}

/** Reads an edition. */
@QueryHandler(GetEdition)
export class GetEditionHandler implements IQueryHandler<GetEdition> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, edition, principal }: GetEdition): Promise<QueryResult<GetEdition>> {
    return this.office.editions.edition(agency, year, edition, principal);
  }
}

/** Reads a year as known earlier. */
@QueryHandler(GetYearKnownAt)
export class GetYearKnownAtHandler implements IQueryHandler<GetYearKnownAt> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, form, known, principal, now }: GetYearKnownAt): Promise<QueryResult<GetYearKnownAt>> {
    return this.office.knownYears.figures(agency, year, form, known, principal, now);
  }
}

/** Audits a year. */
@QueryHandler(AuditYear)
export class AuditYearHandler implements IQueryHandler<AuditYear> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, principal }: AuditYear): Promise<QueryResult<AuditYear>> {
    return this.office.auditor.audit(agency, year, principal);
  }
}

/** Reads the cells of a case. */
@QueryHandler(GetCaseCells)
export class GetCaseCellsHandler implements IQueryHandler<GetCaseCells> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, toYear, principal }: GetCaseCells): Promise<QueryResult<GetCaseCells>> {
    return this.office.caseCells.cells(caseId, toYear, principal);
  }
}

/** Handlers of the commands that settle a closed year anew. */
export const PROOF_COMMAND_HANDLERS = [RestateYearHandler, AcceptDriftHandler];

/** Handlers of the queries by which figures are checked. */
export const PROOF_QUERY_HANDLERS = [
  GetYearDriftHandler,
  GetEditionsHandler,
  GetEditionHandler,
  GetYearKnownAtHandler,
  AuditYearHandler,
  GetCaseCellsHandler,
];
