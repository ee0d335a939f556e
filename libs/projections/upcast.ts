import type { EventRegistry, RecordedEvent } from '#kernel';

/**
 * The event with its payload in the present version of its schema; the same object if it is current already.
 * Raises `unknown-event-type` or `unknown-event-version` (kind corrupt).
 */
export function upcast(event: RecordedEvent, registry: EventRegistry): RecordedEvent {
  const { version } = registry.get(event.type);
  if (event.version === version) return event;
  return { ...event, version, data: registry.upcast(event) };
}
