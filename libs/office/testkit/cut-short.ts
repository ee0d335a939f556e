import { StoreUnavailable } from '#kernel';
import type { EventStore } from '#event-store';

/** Lets a store take so many appends more and then fail with `cut-short`, as in a power cut; gives what ends that. */
export function cutShort(store: EventStore, appends: number): () => void {
  const append = store.append.bind(store);
  let left = appends;
  store.append = async (...entry) => {
    if (left-- > 0) return append(...entry);
    throw new StoreUnavailable('cut-short', '停电');
  };
  return () => {
    store.append = append;
  };
}
