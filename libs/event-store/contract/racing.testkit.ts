import { expect, it } from '@jest/globals';
import { RevisionConflict } from '#kernel';
import type { Subject } from './event-store-contract.testkit.js';
import { allBehind, note, numbered, unique } from './sample-events.testkit.js';

const WRITERS = 64;
const clients = Array.from({ length: WRITERS }, (_, client) => client);

/** Many writers at once. */
export function racing(subject: Subject): void {
  it('lets one of two racing writers win and tells the other the revision', async () => {
    const store = subject();
    const stream = unique('case');
    await note(store, stream, 'no-stream', { n: 0 });
    const results = await Promise.allSettled([
      note(store, stream, 0, { by: 'a' }),
      note(store, stream, 0, { by: 'b' }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({ expected: 0, actual: 1, facts: { currentRevision: 1 } });
  });

  it(`gives each revision to exactly one of ${WRITERS} writers on one stream`, async () => {
    const store = subject();
    const stream = unique('case');
    const rounds = 10;
    for (let round = 0; round < rounds; round++) {
      const expected = round === 0 ? 'no-stream' : round - 1;
      const results = await Promise.allSettled(
        clients.map((client) => note(store, stream, expected, { round, client })),
      );
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(RevisionConflict);
    }
    const stored = await store.read(stream);
    expect(stored.map((event) => [event.revision, event.data['round']])).toEqual(
      clients.slice(0, rounds).map((n) => [n, n]),
    );
  });

  it('gives writers that read again and retry every revision, none twice', async () => {
    const store = subject();
    const stream = unique('case');
    const writer = async (client: number): Promise<void> => {
      for (;;) {
        const length = (await store.read(stream)).length;
        try {
          await note(store, stream, length === 0 ? 'no-stream' : length - 1, { client });
          return;
        } catch (error) {
          if (!(error instanceof RevisionConflict)) throw error;
        }
      }
    };
    await Promise.all(clients.map(writer));
    const stored = await store.read(stream);
    expect(stored.map((event) => event.revision)).toEqual(clients);
    expect(stored.map((event) => event.data['client'] as number).sort((a, b) => a - b)).toEqual(clients);
  });

  it('knows no conflict between different streams', async () => {
    const store = subject();
    const before = await store.head();
    const streams = clients.map(() => unique('case'));
    await Promise.all(
      streams.map(async (stream) => {
        await note(store, stream, 'no-stream', ...numbered(0, 2));
        await note(store, stream, 2, { n: 3 });
      }),
    );
    expect(await allBehind(store, before)).toHaveLength(WRITERS * 4);
  });

  it('refuses one append of many that arrive together without harming its neighbours', async () => {
    const store = subject();
    const [good, bad, late] = [unique('case'), unique('case'), unique('case')];
    const results = await Promise.allSettled([
      note(store, good, 'no-stream', { n: 0 }),
      note(store, bad, 7, { n: 0 }, { n: 1 }),
      note(store, good, 0, { n: 1 }),
      note(store, bad, 'no-stream', { n: 'first' }),
      note(store, late, 'no-stream', ...numbered(0, 3)),
    ]);
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await store.read(good)).toHaveLength(2);
    expect((await store.read(bad)).map((event) => event.data)).toEqual([{ n: 'first' }]);
    expect(await store.read(late)).toHaveLength(4);
  });

  it('appends that one caller sends in order without waiting are stored in that order', async () => {
    const store = subject();
    const stream = unique('case');
    await Promise.all(clients.map((n) => note(store, stream, n === 0 ? 'no-stream' : n - 1, { n })));
    expect((await store.read(stream)).map((event) => event.data)).toEqual(numbered(0, WRITERS - 1));
  });
}
