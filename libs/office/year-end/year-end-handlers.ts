import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler, type QueryResult } from '@nestjs/cqrs';
import { Office } from '../office.js';
import { totallingAgencies } from './totalling-agencies.js';
import { CloseYearOfAll, GetTotallingAgencies, GetYearEndStatus } from './year-end-messages.js';
import type { YearEnd } from './year-end-run.js';
import type { YearEndStatus } from './year-end-status.js';

/** Closes a year for all. */
@CommandHandler(CloseYearOfAll)
export class CloseYearOfAllHandler implements ICommandHandler<CloseYearOfAll> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ year, request, watch }: CloseYearOfAll): Promise<YearEnd> {
    return this.office.yearEnd.run(year, request, watch);
  }
}

/** Looks over all reporting agencies. */
@QueryHandler(GetYearEndStatus)
export class GetYearEndStatusHandler implements IQueryHandler<GetYearEndStatus> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ year, principal, now }: GetYearEndStatus): Promise<YearEndStatus> {
    return this.office.yearEndStatus.status(year, principal, now);
  }
}

/** Names who totals. */
@QueryHandler(GetTotallingAgencies)
export class GetTotallingAgenciesHandler implements IQueryHandler<GetTotallingAgencies> {
  constructor(@Inject(Office) private readonly office: Office) {}

  execute({ year, principal }: GetTotallingAgencies): Promise<QueryResult<GetTotallingAgencies>> {
    return totallingAgencies(this.office.agencies, year, principal);
  }
}
