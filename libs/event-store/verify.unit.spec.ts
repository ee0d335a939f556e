import { beforeEach, describe, expect, it } from '@jest/globals';
import { StoreCorrupt, StoreUnavailable, type RecordedEvent } from '#kernel';
import { note, numbered } from './contract/sample-events.testkit.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import type { EventStore } from './port.js';
import { verifyEventStore } from './verify.js';

/** A store that reads as `events`, one page of two after another. */
function storeReading(events: readonly RecordedEvent[]): EventStore {
  const store = new MemoryEventStore();
  store.readAll = async ({ after = '' } = {}) => {
    const from = Number(after);
    return { events: events.slice(from, from + 2), next: String(from + 2), atEnd: from + 2 >= events.length };
  };
  return store;
}

describe('verification of any store', () => {
  let events: readonly RecordedEvent[];
  beforeEach(async () => {
    const store = new MemoryEventStore();
    await note(store, 'a', 'any', ...numbered(0, 2));
    await note(store, 'b', 'any', ...numbered(0, 1));
    await note(store, 'a', 2, ...numbered(3, 4));
    ({ events } = await store.readAll());
  });

  it('finds a whole log sound and counts it', async () => {
    const progress: number[] = [];
    const found = await verifyEventStore(storeReading(events), { onProgress: (checked) => progress.push(checked) });
    expect(found).toEqual({ streams: 2, events: 7 });
    expect(progress).toEqual([2, 4, 6, 7]);
    expect(await verifyEventStore(new MemoryEventStore())).toEqual({ streams: 0, events: 0 });
  });

  const at = 3;
  const changes: readonly (readonly [string, Partial<RecordedEvent>])[] = [
    ['payload', { data: { n: 9 } }],
    ['type', { type: 'sample.forged' }],
    ['version', { version: 2 }],
    ['id', { id: 'forged' }],
    ['hash', { hash: 'f'.repeat(64) }],
  ];
  it.each(changes)('finds a changed %s and names its place', async (_what, change) => {
    const forged = events.map((event, index) => (index === at ? { ...event, ...change } : event));
    const { stream, revision, position } = events[at]!;
    expect(await verifyEventStore(storeReading(forged))).toEqual({
      streams: 1,
      events: at,
      damage: { what: expect.stringContaining('哈希链不符'), stream, revision, position },
    });
  });

  it('finds changed metadata', async () => {
    const forged = events.map((event, index) =>
      index === at ? { ...event, metadata: { ...event.metadata, actor: 'x' } } : event,
    );
    expect(await verifyEventStore(storeReading(forged))).toMatchObject({
      events: at,
      damage: { stream: 'b', revision: 0 },
    });
  });

  it('finds an event removed, doubled, swapped, moved to another stream', async () => {
    const [a0, a1, a2] = events;
    const found = async (forged: readonly RecordedEvent[]) => (await verifyEventStore(storeReading(forged))).damage;
    expect(await found(events.filter((event) => event !== a1))).toMatchObject({
      stream: 'a',
      revision: 2,
      what: '流中缺少第 1 号修订',
    });
    expect(await found([a0!, a0!])).toMatchObject({ stream: 'a', revision: 0, what: '流中第 0 号修订重复' });
    expect(await found([a0!, a2!, a1!])).toMatchObject({ revision: 2 });
    expect(await found([{ ...a0!, stream: 'c' }])).toMatchObject({ stream: 'c', revision: 0 });
  });

  it('reports a page that cannot be read for damage as damage, and raises any other fault', async () => {
    const failing = (error: Error): EventStore => {
      const store = new MemoryEventStore();
      store.readAll = () => Promise.reject(error);
      return store;
    };
    const corrupt = new StoreCorrupt('内容不是 JSON', { position: '7', stream: 's', revision: 3 });
    expect(await verifyEventStore(failing(corrupt))).toEqual({
      streams: 0,
      events: 0,
      damage: { what: '内容不是 JSON', position: '7', stream: 's', revision: 3 },
    });
    const closed = new StoreUnavailable('store-closed', '事件库已关闭');
    await expect(verifyEventStore(failing(closed))).rejects.toBe(closed);
  });

  it('stops when it is aborted', async () => {
    const stop = new AbortController();
    const verification = verifyEventStore(storeReading(events), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(verification).rejects.toThrow('enough');
  });
});
