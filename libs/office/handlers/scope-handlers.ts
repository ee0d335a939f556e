import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { ImportReport } from '../commands.js';
import { Office } from '../office.js';
import { assertScope } from '../principal.js';
import type { Recorded } from '../request.js';
import { AuditScope, GetScopeCell, GetScopeDrift, GetScopeRules, GetScopeYear } from '../scopes/scope-queries.js';

/** Imports a published report. */
@CommandHandler(ImportReport)
export class ImportReportHandler implements ICommandHandler<ImportReport> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ agency, year, body, request }: ImportReport): Promise<Recorded> {
    return this.office.scopes.importer.import(agency, year, body, request);
  }
}

/** Reads the tables of a scope. */
@QueryHandler(GetScopeYear)
export class GetScopeYearHandler implements IQueryHandler<GetScopeYear> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ of, known, principal, now }: GetScopeYear): Promise<QueryResult<GetScopeYear>> {
    return this.office.scopes.years.year(of, known, principal, now);
  }
}

/** Compares an issued report of a scope with the sum. */
@QueryHandler(GetScopeDrift)
export class GetScopeDriftHandler implements IQueryHandler<GetScopeDrift> {
  constructor(@Inject(Office) private readonly office: Office) {}

  async execute({ of, principal }: GetScopeDrift): Promise<QueryResult<GetScopeDrift>> {
    assertScope(principal, of.agency);
    return this.office.scopes.drifts.drift(of);
  }
}

/** Judges a scope. */
@QueryHandler(GetScopeRules)
export class GetScopeRulesHandler implements IQueryHandler<GetScopeRules> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ of, principal }: GetScopeRules): Promise<QueryResult<GetScopeRules>> {
    return this.office.scopes.rules.judged(of, principal);
  }
}

/** Reads what is behind a figure of a scope. */
@QueryHandler(GetScopeCell)
export class GetScopeCellHandler implements IQueryHandler<GetScopeCell> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ of, figure, principal, page }: GetScopeCell): Promise<QueryResult<GetScopeCell>> {
    return this.office.scopes.cells.cell(of, figure, principal, page);
  }
}

/** Audits a scope. */
@QueryHandler(AuditScope)
export class AuditScopeHandler implements IQueryHandler<AuditScope> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ of, principal, onProgress }: AuditScope): Promise<QueryResult<AuditScope>> {
    return this.office.scopes.auditor.audit(of, principal, onProgress);
  }
}

/** Handlers of the queries about scopes. */
export const SCOPE_QUERY_HANDLERS = [
  GetScopeYearHandler,
  GetScopeDriftHandler,
  GetScopeRulesHandler,
  GetScopeCellHandler,
  AuditScopeHandler,
];
