import { validate, type Json } from '#kernel';
import { covers, versionIdOf, type CalendarVersionId, type CalendarYear, type Jurisdiction } from '#calendar';
import { decideCalendar, foldCalendars, publishCalendar, type CalendarEvent } from '#agency';
import type { RawEntry } from '#casework';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { assertRole, assertScope } from '../principal.js';
import type { Recorded, RequestContext } from '../request.js';
import { calendarStream } from '../streams.js';
import type { AgencyDesk } from './agency-desk.js';
import type { StreamDesk } from './stream-desk.js';

/** The answer to a calendar version that was recorded. */
export interface CalendarRecorded extends Recorded {
  readonly version: CalendarVersionId;
}

/** Who publishes, and when. */
export type Publisher = Pick<RequestContext, 'principal' | 'now'>;

/** Takes calendar versions in. The calendars of the office follow at once. */
export class CalendarDesk {
  constructor(
    private readonly desk: StreamDesk,
    private readonly agencies: AgencyDesk,
    private readonly calendars: CalendarsInForce,
  ) {}

  /**
   * Records a version; answers when it is durable and every date is computed by it. Raises `role-not-allowed`, `outside-scope`
   * (an agency of the place is not in the scope: its dates would move too), `invalid-input` and what the command raises.
   */
  async publish(body: unknown, request: RequestContext): Promise<CalendarRecorded> {
    const calendar = await this.#asked(body, request);
    const { jurisdiction } = calendar;
    const recorded = await this.desk.record({
      name: publishCalendar.name,
      stream: calendarStream(jurisdiction),
      body: body as Json,
      request,
      commutes: publishCalendar.commutes,
      decide: (history) => {
        const { data, type } = this.#decide(jurisdiction, body, history, request);
        // The fact of no single agency: it holds for all of the place.
        return { type, data, agency: jurisdiction, on: data.on };
      },
    });
    await this.calendars.refresh();
    return { ...recorded, version: versionIdOf(calendar) };
  }

  /** Judges a version as `publish` does and records nothing. Raises what `publish` raises. */
  async judge(body: unknown, by: Publisher): Promise<CalendarYear> {
    const calendar = await this.#asked(body, by);
    const { jurisdiction } = calendar;
    this.#decide(jurisdiction, body, await this.desk.history(calendarStream(jurisdiction)), by);
    return calendar;
  }

  async #asked(body: unknown, { principal }: Publisher): Promise<CalendarYear> {
    assertRole(principal, publishCalendar.roles);
    const { calendar } = validate(publishCalendar.body, body);
    for (const [agency, state] of await this.agencies.all()) {
      if (covers(calendar.jurisdiction, state.jurisdiction)) assertScope(principal, agency);
    }
    return calendar;
  }

  #decide(
    jurisdiction: Jurisdiction,
    body: unknown,
    history: readonly RawEntry[],
    { principal, now }: Publisher,
  ): CalendarEvent {
    const target = { jurisdiction };
    const shipped = this.calendars.shipped.versions();
    const context = { actor: principal.staffId, role: principal.role, now, shipped };
    return decideCalendar({ name: publishCalendar.name, target, body }, foldCalendars(target, history), context);
  }
}
