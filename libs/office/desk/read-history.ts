import type { EventRegistry, RecordedEvent } from '#kernel';
import type { EventStore } from '#event-store';
import type { RawEntry } from '#casework';

/** The whole history of a stream, page by page, upcast; empty for an unknown stream. Raises `unknown-event-type`. */
export async function readHistory(store: EventStore, registry: EventRegistry, stream: string): Promise<RawEntry[]> {
  const history: RawEntry[] = [];
  for (;;) {
    const page = await store.read(stream, { from: history.length });
    if (page.length === 0) return history;
    for (const event of page) history.push(entryOf(event, registry));
  }
}

/** A stored event as an entry of a history. */
export function entryOf(event: RecordedEvent, registry: EventRegistry): RawEntry {
  const { actor, role, now } = event.metadata;
  return {
    type: event.type,
    data: registry.upcast(event),
    by: { revision: event.revision, actor, role, recordedAt: now },
  };
}
