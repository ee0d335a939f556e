import type { CommandMetadata, EventRegistry, RecordedEvent } from '#kernel';
import type { EventStore } from '#event-store';
import type { RawEntry, Recording } from '#casework';
import type { KnownCommand, KnownStream } from './history-cache.js';

/** A whole stream, page by page, upcast; empty for an unknown one. Raises `unknown-event-type`. */
export async function readStream(store: EventStore, registry: EventRegistry, stream: string): Promise<KnownStream> {
  const history: RawEntry[] = [];
  const commands = new Map<string, KnownCommand>();
  for (;;) {
    const page = await store.read(stream, { from: history.length });
    if (page.length === 0) return { history, commands };
    for (const event of page) {
      history.push(entryOf(event, registry));
      commands.set(event.id, commandOf(event));
    }
  }
}

/** A stored event as an entry of a history. */
export function entryOf(event: RecordedEvent, registry: EventRegistry): RawEntry {
  return { type: event.type, data: registry.upcast(event), by: recordingOf(event.revision, event.metadata) };
}

/** Who recorded an event, when, and from where. */
export function recordingOf(revision: number, { actor, role, now, source }: CommandMetadata): Recording {
  return { revision, actor, role, recordedAt: now, ...(source !== undefined && { source }) };
}

function commandOf({ id, stream, type, revision, position, metadata }: RecordedEvent): KnownCommand {
  return {
    hash: metadata.commandHash,
    recorded: Promise.resolve({ stream, eventId: id, type, revision, position, repeated: true }),
  };
}
