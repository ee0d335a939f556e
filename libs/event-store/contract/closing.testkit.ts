import { expect, it } from '@jest/globals';
import type { Subject } from './event-store-contract.testkit.js';
import { note, unique } from './sample-events.testkit.js';

const closed = { kind: 'unavailable', code: 'store-closed' };

/** `close`. */
export function closing(subject: Subject): void {
  it('makes durable what was accepted before, and refuses what comes after', async () => {
    const store = subject();
    const accepted = Promise.all(Array.from({ length: 20 }, () => note(store, unique('case'), 'no-stream', { n: 1 })));
    const closing = store.close();
    await expect(note(store, unique('case'), 'any', { n: 2 })).rejects.toMatchObject(closed);
    await closing;
    expect((await accepted).every((appended) => appended.written)).toBe(true);
    await expect(store.read('x')).rejects.toMatchObject(closed);
    await expect(store.readAll()).rejects.toMatchObject(closed);
    await expect(store.head()).rejects.toMatchObject(closed);
  });

  it('may be asked for twice', async () => {
    await subject().close();
    await expect(subject().close()).resolves.toBeUndefined();
  });

  it('tells a subscriber that was not aborted that there will be no more', async () => {
    const store = subject();
    const pages = store
      .subscribe({ after: await store.head(), signal: new AbortController().signal })
      [Symbol.asyncIterator]();
    const waiting = pages.next();
    await store.close();
    await expect(waiting).rejects.toMatchObject(closed);
  });
}
