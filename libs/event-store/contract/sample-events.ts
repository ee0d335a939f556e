import { eventId, type CommandMetadata, type JsonObject, type NewEvent } from '#kernel';

/** Metadata of a made-up command; `changes` replaces what a test is about. */
export function command(commandId: string, changes: Partial<CommandMetadata> = {}): CommandMetadata {
  return {
    commandId,
    actor: 'staff-7',
    role: 'handler',
    agency: 'songzhuang-zhen',
    now: '2024-03-01T08:00:00.000Z',
    on: '2024-03-01',
    correlationId: commandId,
    causationId: commandId,
    ...changes,
  };
}

/** The events of a made-up command, one per payload, with the ids that the kernel derives. */
export function eventsOf(commandId: string, ...payloads: readonly JsonObject[]): NewEvent[] {
  return payloads.map((data, index) => ({ id: eventId(commandId, index), type: 'sample.noted', version: 1, data }));
}

/** One event of a made-up command, of the given type. */
export function eventOfType(commandId: string, type: string, data: JsonObject = {}): NewEvent {
  return { id: eventId(commandId, 0), type, version: 1, data };
}
