import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { Office } from '../office.js';
import { GetCaseDifference, GetCaseReplay } from '../replay-queries.js';

/** Reads a case from a point. */
@QueryHandler(GetCaseReplay)
export class GetCaseReplayHandler implements IQueryHandler<GetCaseReplay> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, point, principal, now }: GetCaseReplay): Promise<QueryResult<GetCaseReplay>> {
    return this.office.replays.replay(caseId, point, principal, now);
  }
}

/** Compares two readings of a case. */
@QueryHandler(GetCaseDifference)
export class GetCaseDifferenceHandler implements IQueryHandler<GetCaseDifference> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ caseId, from, to, principal, now }: GetCaseDifference): Promise<QueryResult<GetCaseDifference>> {
    return this.office.replays.difference(caseId, { from, to }, principal, now);
  }
}

/** Handlers of the queries that read cases from points in time. */
export const REPLAY_QUERY_HANDLERS = [GetCaseReplayHandler, GetCaseDifferenceHandler];
