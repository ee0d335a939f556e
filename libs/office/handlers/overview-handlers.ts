import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { knownVersions } from '../calendars/known-versions.js';
import { Office } from '../office.js';
import { GetDriftOverview, ListCalendars } from '../overview-queries.js';

/** Lists calendar versions. */
@QueryHandler(ListCalendars)
export class ListCalendarsHandler implements IQueryHandler<ListCalendars> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ filter }: ListCalendars): Promise<QueryResult<ListCalendars>> {
    return knownVersions(this.office.calendars, filter);
  }
}

/** Looks over all closed years. */
@QueryHandler(GetDriftOverview)
export class GetDriftOverviewHandler implements IQueryHandler<GetDriftOverview> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute(): Promise<QueryResult<GetDriftOverview>> {
    return this.office.driftOverview.overview();
  }
}

/** Handlers of the queries about the office as a whole. */
export const OVERVIEW_QUERY_HANDLERS = [ListCalendarsHandler, GetDriftOverviewHandler];
