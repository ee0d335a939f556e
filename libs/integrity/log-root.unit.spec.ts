import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { BEFORE_ALL, type RecordedEvent } from '#kernel';
import { note, numbered } from '../event-store/contract/sample-events.testkit.js';
import { merkleRootAt, merkleRootsAt } from './merkle-root-at.js';
import { naiveRoot } from './naive-root.testkit.js';
import { verifyLog } from './verify-log.js';

describe('the root of a log', () => {
  let store: MemoryEventStore;
  let events: readonly RecordedEvent[];
  beforeEach(async () => {
    store = new MemoryEventStore();
    await note(store, 'case-1', 'any', ...numbered(0, 3));
    await note(store, 'case-2', 'any', ...numbered(0, 1));
    await note(store, 'agency-1', 'any', ...numbered(0, 0));
    await note(store, 'case-1', 'any', ...numbered(4, 6));
    ({ events } = await store.readAll());
  });

  it('at every position equals that of the events up to it, one by one, in one reading, and verified', async () => {
    const positions = [BEFORE_ALL, ...events.map(({ position }) => position)];
    const roots = positions.map((_position, count) => naiveRoot(events.slice(0, count)));
    expect(new Set(roots).size).toBe(roots.length);
    const trees = await merkleRootsAt(store, positions);
    expect(trees.map(({ root }) => root)).toEqual(roots);
    expect(trees.map(({ position }) => position)).toEqual(positions);
    for (const [count, position] of positions.entries()) {
      expect((await merkleRootAt(store, position)).root).toBe(roots[count]);
      expect(await verifyLog(store, { position })).toMatchObject({ events: count, tree: { root: roots[count] } });
    }
  });

  it('without a position is that of the end; a position behind the end means the end', async () => {
    const root = naiveRoot(events);
    expect((await verifyLog(store)).tree).toMatchObject({ root, position: events.at(-1)!.position });
    expect((await merkleRootAt(store, '9999999999999999')).root).toBe(root);
  });

  it('of an earlier position does not change by what comes later', async () => {
    const position = await store.head();
    const { root } = await merkleRootAt(store, position);
    await note(store, 'case-2', 'any', ...numbered(2, 2));
    expect((await merkleRootAt(store, position)).root).toBe(root);
    expect((await merkleRootAt(store, await store.head())).root).not.toBe(root);
  });

  it('is not given for a damaged log', async () => {
    const forged = events.map((event, at) => (at === 5 ? { ...event, data: { n: 9 } } : event));
    store.readAll = async () => ({ events: forged, next: 'x', atEnd: true });
    expect(await verifyLog(store, { position: 'x' })).toMatchObject({
      tree: null,
      damage: { stream: events[5]!.stream, revision: events[5]!.revision },
    });
  });

  it('shows progress, and stops when it is aborted', async () => {
    const read: number[] = [];
    await merkleRootAt(store, await store.head(), { onProgress: (count) => read.push(count) });
    expect(read).toEqual([events.length]);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(merkleRootAt(store, await store.head(), { signal })).rejects.toThrow('enough');
    await expect(verifyLog(store, { signal })).rejects.toThrow('enough');
  });
});
