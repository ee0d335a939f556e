import { eventId, type CommandMetadata, type NewEvent } from '#kernel';

/** A command of the load, told by its parts alone, so that parent and child make the same events of it. */
export interface KillCommand {
  readonly commandId: string;
  readonly stream: string;
  /** How many events it appends. */
  readonly size: number;
}

/** The `number`-th command of a client in a round: one to six events on one of the client's few cases. */
export function killCommand(round: number, client: number, number: number): KillCommand {
  return {
    commandId: `kill-${round}-${client}-${number}`,
    stream: `case-${client}-${number % 3}`,
    size: 1 + ((round + client + number) % 6),
  };
}

/** Its events. Each says how many belong together. */
export function eventsOf({ commandId, size }: KillCommand): readonly NewEvent[] {
  return Array.from({ length: size }, (_, index) => ({
    id: eventId(commandId, index),
    type: 'sample.noted',
    version: 1,
    data: { index, of: size, text: '请公开有关材料'.repeat(1 + (index % 40)) },
  }));
}

/** Its metadata. */
export function metadataOf({ commandId }: KillCommand): CommandMetadata {
  return {
    commandId,
    actor: 'staff-7',
    role: 'handler',
    agency: 'songzhuang-zhen',
    now: '2024-03-01T08:00:00.000Z',
    on: '2024-03-01',
    correlationId: commandId,
    causationId: commandId,
    commandHash: '0'.repeat(64),
  };
}
