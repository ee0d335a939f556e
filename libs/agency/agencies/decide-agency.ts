import { NotFound, Refused, validate } from '#kernel';
import { notBefore, notInFuture, type RawEntry } from '#casework';
import {
  commandOfEvent,
  commandOfName,
  type AgencyTarget,
  type DecidedEvent,
  type IncomingCommand,
} from '../command.js';
import type { AgenciesContext } from './agency-command.js';
import { existingAgencyCommands, type AgencyEvent } from './agency-commands.js';
import type { AgencyState } from './agency.js';
import { foundAgency } from './founding/found-agency.js';

/**
 * Decides a command to an agency: validates the body, builds the event, judges it by dates and by the rules of the command.
 * Pure. `state` is the fold of the stream, `null` for an agency that does not exist yet.
 * Raises `InvalidInput`, `RuleBroken`, `Refused`, `NotFound` (unknown command or agency).
 */
export function decideAgency(
  command: IncomingCommand<AgencyTarget>,
  state: AgencyState | null,
  context: AgenciesContext,
): AgencyEvent {
  const event = command.name === foundAgency.name ? found(command, state, context) : change(command, state, context);
  return event as AgencyEvent;
}

function found(
  { target, body }: IncomingCommand<AgencyTarget>,
  state: AgencyState | null,
  context: AgenciesContext,
): DecidedEvent {
  const data = foundAgency.decide(target, validate(foundAgency.body, body));
  if (state !== null) throw new Refused('agency-exists', `机关 ${target.agency} 已登记`, { agencyId: target.agency });
  notInFuture(data.on, context.now);
  foundAgency.check(null, data, context);
  return { type: foundAgency.event.type, data };
}

function change(
  { name, target, body }: IncomingCommand<AgencyTarget>,
  state: AgencyState | null,
  context: AgenciesContext,
): DecidedEvent {
  const command = commandOfName(existingAgencyCommands, name);
  const input = validate(command.body, body);
  if (state === null) throw new NotFound('机关', target.agency);
  const data = command.decide(target, input) as DecidedEvent['data'];
  notInFuture(data.on, context.now);
  notBefore(data.on, state.foundedOn, '机关设立之日');
  assertNotDissolved(state, data.on);
  command.check(state, data, context);
  return { type: command.event.type, data };
}

/** A fact of the time before dissolution may still be entered; nothing happens to an agency that is no more. */
function assertNotDissolved({ dissolution }: AgencyState, on: string): void {
  if (dissolution === null || on < dissolution.on) return;
  throw new Refused('agency-dissolved', `机关已于 ${dissolution.on} 撤销`, { dissolvedOn: dissolution.on });
}

/** The state of an agency after its stream; `null` for an empty one. */
export function foldAgency(history: readonly RawEntry[]): AgencyState | null {
  return history.reduce<AgencyState | null>(evolveAgency, null);
}

/** The state after one more entry. Raises `unknown-event-type` (kind corrupt). */
export function evolveAgency(state: AgencyState | null, { type, data }: RawEntry): AgencyState {
  if (type === foundAgency.event.type)
    return foundAgency.evolve(null, data as Parameters<typeof foundAgency.evolve>[1]);
  if (state === null) throw new TypeError(`stream does not begin with the founding of the agency: ${type}`);
  return commandOfEvent(existingAgencyCommands, type).evolve(state, data);
}
