import { Inject } from '@nestjs/common';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Office } from '../office.js';
import { CloseYearOfAll, GetYearEndStatus } from './year-end-messages.js';
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
