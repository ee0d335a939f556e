import { localDateOf, RuleBroken, type Instant } from '#kernel';
import { acceptDrift, restateYear } from '#agency';
import type { StepName } from '#casework';
import type { Clock, Office, RequestContext } from '#office';
import type { Answer } from './outstanding.js';
import type { TakeLine } from './play.js';
import type { ScenarioLine } from './scenario-line.js';
import { CLOSE_YEAR } from './command-kinds.js';

/** Takes lines to the desks of an office. The actor and the role of a line are its principal, bound to the agency of the line. */
export function takeLinesTo(office: Office, clock: Clock): TakeLine {
  return async (line, commandId, settled) => {
    const request = requestOf(line, commandId, clock.now());
    const { command: name, agency, body } = line;
    switch (line.kind) {
      case 'case-step':
        return office.cases.submit({ step: name as StepName, caseId: line.case!, agency, body, request });
      case 'agency':
        return office.agencies.submit({ name, agency, body, request });
      case 'register':
        return office.register.submit({ name, agency, year: line.year ?? null, body, request });
      case 'year':
        await settled();
        return { durable: Promise.resolve(await takeYearCommand(office, line, request)) };
      case 'report':
        // Its sentences state figures, which everything before it may have moved.
        await settled();
        return {
          durable: Promise.resolve(await office.reports.record({ name, agency, year: line.year!, body, request })),
        };
      case 'calendar':
        // Dates of later lines are computed by it, and it holds for every agency of its place, not for the one of the line.
        await settled();
        return { durable: Promise.resolve(await office.calendarDesk.publish(body, everywhere(request))) };
    }
  };
}

async function takeYearCommand(office: Office, line: ScenarioLine, request: RequestContext): Promise<Answer> {
  const { agency, body } = line;
  const year = line.year!;
  switch (line.command) {
    case CLOSE_YEAR:
      return office.closer.close(agency, year, body, request);
    case restateYear.name:
      return office.restater.restate(agency, year, body, request);
    case acceptDrift.name:
      return office.driftAccepter.accept(agency, year, body, request);
    default:
      return office.books.waive(agency, year, body, request);
  }
}

function everywhere(request: RequestContext): RequestContext {
  return { ...request, principal: { ...request.principal, agencies: '*' } };
}

/** A fact may be entered late, never before it happened; so may a line be dated back, never forward. */
function requestOf(line: ScenarioLine, commandId: string, present: Instant): RequestContext {
  const now = line.now ?? present;
  if (now > present) {
    throw new RuleBroken(
      'now-in-future',
      'line.now',
      `记录时刻 ${now} 晚于现在（${localDateOf(present)}，${present}）`,
    );
  }
  return {
    principal: { staffId: line.actor, role: line.role, agencies: [line.agency] },
    commandId,
    now,
    correlationId: commandId,
  };
}
