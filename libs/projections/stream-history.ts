import type { EventStore } from '#event-store';
import type { EventRegistry, RecordedEvent } from '#kernel';
import { upcast } from './upcast.js';

const PAGE = 500;

/**
 * The past of a stream, for folds that must look back (a rectified case is folded again). Cut at a revision by
 * construction: a rebuild, which runs when later events are long in the log, sees exactly what the live fold saw.
 */
export class StreamHistory {
  constructor(
    private readonly store: Pick<EventStore, 'read'>,
    private readonly registry: EventRegistry,
  ) {}

  /** The events of the stream of `event` from the first one up to `event` itself, payloads upcast. Raises what the store raises. */
  async upTo(event: Pick<RecordedEvent, 'stream' | 'revision'>): Promise<readonly RecordedEvent[]> {
    const { stream, revision } = event;
    const events: RecordedEvent[] = [];
    while (events.length <= revision) {
      const max = Math.min(PAGE, revision + 1 - events.length);
      const page = await this.store.read(stream, { from: events.length, max });
      if (page.length === 0) break;
      for (const stored of page) events.push(upcast(stored, this.registry));
    }
    return events;
  }
}
