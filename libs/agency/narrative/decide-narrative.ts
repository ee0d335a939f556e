import { validate } from '#kernel';
import { notInFuture, type RawEntry } from '#casework';
import { commandOfEvent, commandOfName, withTarget, type AgencyYear, type IncomingCommand } from '../command.js';
import { reportIssued } from './issuing/report-issued.js';
import type { NarrativeCommand, NarrativeContext } from './narrative-command.js';
import { textCommands, type NarrativeEvent } from './narrative-commands.js';
import { emptyNarrative, type IssuedReport, type Narrative } from './narrative.js';

/** The same without their types, to look them up. */
const COMMANDS: readonly NarrativeCommand[] = textCommands;

/**
 * Decides a command to the words of a report, all but the issue (`decideIssue`). Pure. Raises `InvalidInput`, `RuleBroken`, `Refused`,
 * `NotFound` (unknown command or sentence).
 */
export function decideNarrative(
  { name, target, body }: IncomingCommand<AgencyYear>,
  state: Narrative,
  context: NarrativeContext,
): NarrativeEvent {
  const command = commandOfName(COMMANDS, name);
  const data = command.decide(state, validate(command.body, body), context) as Pick<NarrativeEvent['data'], 'on'>;
  notInFuture(data.on, context.now);
  return { type: command.event.type, data: withTarget(target, data) } as NarrativeEvent;
}

/** The words of a report after their stream. Raises `unknown-event-type` (kind corrupt). */
export function foldNarrative(target: AgencyYear, history: readonly RawEntry[]): Narrative {
  return history.reduce(evolveNarrative, emptyNarrative(target));
}

function evolveNarrative(state: Narrative, { type, data, by }: RawEntry): Narrative {
  if (type === reportIssued.type) return { ...state, issues: [...state.issues, data as IssuedReport] };
  return commandOfEvent(COMMANDS, type).evolve(state, data, by);
}
