import type { EventDefinition, EventOf } from '#kernel';
import type { ToldFact } from '#casework';
import type { CommandFacts } from '../command.js';
import type { EntryKind } from './entry-kind.js';
import type { RegisterEntry } from './register.js';
import { recordDecisions } from './recording-decisions/record-decisions.js';
import { recordDocuments } from './recording-documents/record-documents.js';
import { recordFees } from './recording-fees/record-fees.js';
import { recordInventory } from './recording-inventories/record-inventory.js';
import { recordProcurement } from './recording-procurement/record-procurement.js';
import { recordPublications } from './recording-publications/record-publications.js';
import { rectifyRegisterEntry } from './rectifying/rectify-register-entry.js';

/** Every kind of counted entry. */
const kinds = [
  recordDocuments,
  recordDecisions,
  recordFees,
  recordInventory,
  recordProcurement,
  recordPublications,
] as const;

/** The same without their types, to look them up. */
export const entryKinds: readonly EntryKind[] = kinds;

/** All commands to a register. */
export const registerCommands: readonly CommandFacts[] = [...kinds, rectifyRegisterEntry];

/** Every event that can stand in the stream of a register. */
export type RegisterEvent = EventOf<(typeof kinds)[number]['event'] | typeof rectifyRegisterEntry.event>;

/** All event types of registers, for the registry. */
export const registerFamilyEvents: readonly EventDefinition[] = registerCommands.map((command) => command.event);

/** What a counted entry says, every field of it, in plain Chinese. */
export function factsOfRegisterEntry({ type, data }: Pick<RegisterEntry, 'type' | 'data'>): readonly ToldFact[] {
  const kind = entryKinds.find(({ event }) => event.type === type);
  if (kind === undefined) throw new TypeError(`no kind of entry: ${type}`);
  return kind.tell(data);
}
