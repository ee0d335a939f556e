import { BEFORE_ALL } from '#kernel';
import type { EventStore, LogPage } from './port.js';
import type { WakeUp } from './wake-up.js';

/** How {@link follow} learns of new events: by a ring, and by looking again every `pollEvery` milliseconds where other processes write. */
export interface News {
  readonly wakeUp: WakeUp;
  readonly pollEvery?: number;
}

/**
 * `subscribe` of an adapter whose log can be read page by page: reads only when the consumer pulls, sleeps at the end of
 * the log, ends without an error when `signal` aborts. What `readAll` raises (closed, corrupt) comes out of the iteration.
 */
export async function* follow(
  store: Pick<EventStore, 'readAll'>,
  { signal, ...options }: Parameters<EventStore['subscribe']>[0],
  { wakeUp, pollEvery }: News,
): AsyncGenerator<LogPage, void, undefined> {
  let after = options.after ?? BEFORE_ALL;
  while (!signal.aborted) {
    const seen = wakeUp.rings;
    const page = await store.readAll({ ...options, after });
    if (page.next !== after) {
      after = page.next;
      yield page;
    }
    if (page.atEnd) await wakeUp.sleep(seen, signal, pollEvery);
  }
}
