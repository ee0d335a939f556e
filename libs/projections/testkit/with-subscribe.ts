import type { EventStore } from '#event-store';

type Subscribe = EventStore['subscribe'];

/** The same store, but with a subscription of the test's own making. */
export function withSubscribe(store: EventStore, subscribe: (original: Subscribe) => Subscribe): EventStore {
  return {
    read: (stream, options) => store.read(stream, options),
    append: (stream, expected, events, metadata) => store.append(stream, expected, events, metadata),
    readAll: (options) => store.readAll(options),
    subscribe: subscribe((options) => store.subscribe(options)),
    head: () => store.head(),
    close: () => store.close(),
  };
}
