import { Command, Query } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import type { Principal } from '../principal.js';
import type { RequestContext } from '../request.js';
import type { ReportingAgency } from './reporting-agencies.js';
import type { YearEnd, YearEndWatch } from './year-end-run.js';
import type { YearEndStatus } from './year-end-status.js';

/** Closes a year for all reporting agencies within reach. One that is refused does not keep the others from going on. */
export class CloseYearOfAll extends Command<YearEnd> {
  constructor(
    readonly year: number,
    readonly request: RequestContext,
    readonly watch: YearEndWatch = {},
  ) {
    super();
  }
}

/** What is open, late or failing before the deadlines of the reports on a year; `now` comes from the edge. */
export class GetYearEndStatus extends Query<YearEndStatus> {
  constructor(
    readonly year: number,
    readonly principal: Principal,
    readonly now: Instant,
  ) {
    super();
  }
}

/** The governments that total others at the end of a year, within reach. Raises `agency-tree-cycle`. */
export class GetTotallingAgencies extends Query<readonly ReportingAgency[]> {
  constructor(
    readonly year: number,
    readonly principal: Principal,
  ) {
    super();
  }
}
