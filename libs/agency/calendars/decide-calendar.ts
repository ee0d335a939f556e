import { GongkaiError, validate, type EventDefinition, type EventOf } from '#kernel';
import { notInFuture, type RawEntry } from '#casework';
import { commandOfName, type CommandFacts, type IncomingCommand } from '../command.js';
import { publishCalendar } from './publish-calendar.js';
import type { CalendarsContext, CalendarTarget, RecordedCalendars } from './recorded-calendars.js';

/** All commands to calendars. */
export const calendarCommands: readonly CommandFacts[] = [publishCalendar];

/** All event types of calendars, for the registry. */
export const calendarFamilyEvents: readonly EventDefinition[] = [publishCalendar.event];

/** Every event that can stand in the stream of a calendar. */
export type CalendarEvent = EventOf<typeof publishCalendar.event>;

/** Decides a command to a calendar. Pure. Raises `InvalidInput`, `RuleBroken`, `NotFound` (unknown command). */
export function decideCalendar(
  { name, target, body }: IncomingCommand<CalendarTarget>,
  state: RecordedCalendars,
  context: CalendarsContext,
): CalendarEvent {
  const command = commandOfName([publishCalendar], name);
  const data = command.decide(target, validate(command.body, body));
  notInFuture(data.on, context.now);
  command.check(state, data, context);
  return { type: command.event.type, data };
}

/** The recorded calendars of a place after their stream. Raises `unknown-event-type` (kind corrupt). */
export function foldCalendars({ jurisdiction }: CalendarTarget, history: readonly RawEntry[]): RecordedCalendars {
  return history.reduce(evolveCalendars, { jurisdiction, versions: [] });
}

function evolveCalendars(state: RecordedCalendars, { type, data }: RawEntry): RecordedCalendars {
  if (type === publishCalendar.event.type) return publishCalendar.evolve(state, data as CalendarEvent['data']);
  throw new GongkaiError('corrupt', 'unknown-event-type', `未知的事件类型：${type}`, { type });
}
