import { validate, type LocalDate } from '#kernel';
import type { RawEntry } from '#casework';
import { commandOfName, withTarget, type AgencyYear, type DecidedEvent, type IncomingCommand } from '../command.js';
import { decideRectification } from './rectifying/decide-rectification.js';
import { rectifyRegisterEntry } from './rectifying/rectify-register-entry.js';
import { assertStanding, assertSumsExact, type RegisterContext } from './entry-rules.js';
import { entryKinds, type RegisterEvent } from './register-commands.js';
import { foldRegister, withEntry } from './register.js';

/**
 * Decides a command to a register: validates the body, builds the event, judges it by dates and against the other entries.
 * Pure. `history` is the raw history of the stream of the target. Whether the year is closed is no concern of the register:
 * what comes later shows as drift. Raises `InvalidInput`, `RuleBroken`, `Refused`, `NotFound` (unknown command).
 */
export function decideRegister(
  command: IncomingCommand<AgencyYear>,
  history: readonly RawEntry[],
  context: RegisterContext,
): RegisterEvent {
  const decide = command.name === rectifyRegisterEntry.name ? decideRectification : decideEntry;
  return decide(command, history, context) as RegisterEvent;
}

function decideEntry(
  { name, target, body }: IncomingCommand<AgencyYear>,
  history: readonly RawEntry[],
  context: RegisterContext,
): DecidedEvent {
  const kind = commandOfName(entryKinds, name);
  const data = validate(kind.body, body) as { readonly on: LocalDate };
  const register = foldRegister(target, history);
  const entry = { revision: history.length, type: kind.event.type, data };
  assertStanding(register, entry, context);
  assertSumsExact(withEntry(register, entry));
  return { type: kind.event.type, data: withTarget(target, data) };
}
