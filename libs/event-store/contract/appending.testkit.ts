import { expect, it } from '@jest/globals';
import { RevisionConflict } from '#kernel';
import type { Subject } from './event-store-contract.testkit.js';
import { allBehind, command, eventsOf, note, numbered, payloadsOf, unique } from './sample-events.testkit.js';

/** Expected revisions, all or nothing, what comes back. */
export function appending(subject: Subject): void {
  it('gives back what was appended, complete, under its revision and position', async () => {
    const store = subject();
    const stream = unique('case');
    const commandId = unique('command');
    const events = eventsOf(commandId, { 收件: '挂号信', n: -1, nested: { list: [null, true, { a: [] }] } });
    const metadata = command(commandId, { on: '2023-12-31', role: 'head' });
    const appended = await store.append(stream, 'no-stream', events, metadata);
    expect(appended).toEqual({ revision: 0, position: await store.head(), written: true });
    expect(await store.read(stream)).toEqual([
      {
        ...events[0],
        stream,
        revision: 0,
        position: appended.position,
        metadata,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('numbers batches of different sizes without a gap', async () => {
    const store = subject();
    const stream = unique('case');
    expect(await note(store, stream, 'no-stream', ...numbered(0, 2))).toMatchObject({ revision: 2 });
    expect(await note(store, stream, 2, ...numbered(3, 3))).toMatchObject({ revision: 3 });
    expect(await note(store, stream, 'any', ...numbered(4, 120))).toMatchObject({ revision: 120 });
    const stored = await store.read(stream);
    expect(stored.map((event) => event.revision)).toEqual(stored.map((_, index) => index));
    expect(payloadsOf(stored)).toEqual(numbered(0, 120));
  });

  it('creates a stream under "any"', async () => {
    expect(await note(subject(), unique('case'), 'any', { n: 1 })).toMatchObject({ revision: 0, written: true });
  });

  it.each([
    ['no-stream', 'a stream of two events', 2, 1],
    [0, 'a stream of two events', 2, 1],
    [2, 'a stream of two events', 2, 1],
    [0, 'a stream that does not exist', 0, 'no-stream'],
    [-1, 'a stream that does not exist', 0, 'no-stream'],
  ] as const)('refuses %p on %s and writes nothing', async (expected, _what, length, actual) => {
    const store = subject();
    const stream = unique('case');
    if (length > 0) await note(store, stream, 'no-stream', ...numbered(1, length));
    const before = await store.head();
    const refusal = await note(store, stream, expected, { n: 'refused' }, { n: 'too' }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(RevisionConflict);
    expect(refusal).toMatchObject({ kind: 'conflict', code: 'revision-conflict', stream, expected, actual });
    expect(await allBehind(store, before)).toEqual([]);
    expect(await store.read(stream)).toHaveLength(length);
  });

  it('checks against the revision stored, not against what readers of a page have seen', async () => {
    const store = subject();
    const stream = unique('case');
    await note(store, stream, 'no-stream', ...numbered(0, 9));
    const page = await store.read(stream, { max: 3 });
    await expect(note(store, stream, page.at(-1)!.revision, { n: 'stale' })).rejects.toBeInstanceOf(RevisionConflict);
    await expect(note(store, stream, 9, { n: 10 })).resolves.toMatchObject({ revision: 10 });
  });

  it('keeps the events of one append together in the log', async () => {
    const store = subject();
    const before = await store.head();
    const [a, b] = [unique('case'), unique('case')];
    await Promise.all([note(store, a, 'any', ...numbered(1, 5)), note(store, b, 'any', ...numbered(1, 5))]);
    const streams = (await allBehind(store, before)).map((event) => event.stream);
    expect(new Set(streams.slice(0, 5)).size).toBe(1);
    expect(new Set(streams.slice(5)).size).toBe(1);
  });
}
