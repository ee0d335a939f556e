import { randomUUID } from 'node:crypto';
import {
  eventId,
  type CommandMetadata,
  type JsonObject,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '#kernel';
import type { Appended, EventStore, ExpectedRevision } from '../port.js';

/** A name that no other test uses, also on a server that outlives the tests. */
export function unique(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}

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
    commandHash: '0'.repeat(64),
    ...changes,
  };
}

/** The events of a made-up command, one per payload, with the ids that the kernel derives. */
export function eventsOf(commandId: string, ...payloads: readonly JsonObject[]): NewEvent[] {
  return payloads.map((data, index) => ({ id: eventId(commandId, index), type: 'sample.noted', version: 1, data }));
}

/** Appends one event per payload, in one new command. */
export function note(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  ...payloads: readonly JsonObject[]
): Promise<Appended> {
  const commandId = unique('command');
  return store.append(stream, expected, eventsOf(commandId, ...payloads), command(commandId));
}

/** Appends one event of the given type, in a new command. */
export function noteOfType(store: EventStore, stream: string, type: string): Promise<Appended> {
  const commandId = unique('command');
  return store.append(stream, 'any', [{ id: eventId(commandId, 0), type, version: 1, data: {} }], command(commandId));
}

/** Everything behind `after`, page by page. */
export async function allBehind(store: EventStore, after: Position, max = 500): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let at = after; ;) {
    const page = await store.readAll({ after: at, max });
    events.push(...page.events);
    if (page.atEnd) return events;
    at = page.next;
  }
}

/** The payloads, in order. */
export function payloadsOf(events: readonly RecordedEvent[]): readonly JsonObject[] {
  return events.map((event) => event.data);
}

/** Numbered payloads `{ n: from }` to `{ n: to }`. */
export function numbered(from: number, to: number): JsonObject[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ n: from + index }));
}
