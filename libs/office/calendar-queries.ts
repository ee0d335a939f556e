import { Query } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import type { CalendarImpact, ImpactPage } from './calendars/calendar-impact.js';
import type { CaseDue, LateReplyPage } from './calendars/due-reader.js';
import type { Principal } from './principal.js';

/** A calendar version whose impact is asked for: one that could be published (its body and the present time), or a recorded one. */
export type CalendarAsked = { readonly body: unknown; readonly now: Instant } | { readonly version: string };

/**
 * The open cases whose due dates a calendar version moves. A candidate is judged as if it were published and nothing is written;
 * a recorded version answers for the cases that were open when it was recorded. Raises what publishing raises, or `not-found`.
 */
export class GetCalendarImpact extends Query<CalendarImpact> {
  constructor(
    readonly asked: CalendarAsked,
    readonly principal: Principal,
    readonly page: ImpactPage,
  ) {
    super();
  }
}

/** The due date of a case by the calendars known at its end, and as now known. Raises `not-found`, also for a case out of scope. */
export class GetCaseDue extends Query<CaseDue> {
  constructor(
    readonly caseId: string,
    readonly principal: Principal,
  ) {
    super();
  }
}

/** The late replies of a year under both readings, in the order of registration. Raises `not-found`, `outside-scope`. */
export class GetLateReplies extends Query<LateReplyPage> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
    readonly page: { readonly cursor?: string; readonly limit: number },
  ) {
    super();
  }
}
