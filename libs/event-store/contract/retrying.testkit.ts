import { expect, it } from '@jest/globals';
import { CommandReused, RevisionConflict, type CommandMetadata, type NewEvent } from '#kernel';
import type { Subject } from './event-store-contract.testkit.js';
import { allBehind, command, eventsOf, note, unique } from './sample-events.testkit.js';

/** The same event ids again. */
export function retrying(subject: Subject): void {
  const first = async () => {
    const stream = unique('case');
    const commandId = unique('command');
    const events = eventsOf(commandId, { n: 1 }, { n: 2 });
    const metadata = command(commandId);
    const appended = await subject().append(stream, 'no-stream', events, metadata);
    return { stream, events, metadata, appended, head: await subject().head() };
  };

  it('answers with the first result and writes nothing', async () => {
    const { stream, events, metadata, appended, head } = await first();
    expect(await subject().append(stream, 'no-stream', events, metadata)).toEqual({ ...appended, written: false });
    expect(await subject().head()).toBe(head);
  });

  it('answers so whatever was appended since and whatever revision is expected now', async () => {
    const { stream, events, metadata, appended } = await first();
    const latest = await note(subject(), stream, 1, { n: 3 });
    for (const expected of ['no-stream', 0, latest.revision, 99, 'any'] as const) {
      expect(await subject().append(stream, expected, events, metadata)).toEqual({ ...appended, written: false });
    }
    expect(await subject().read(stream)).toHaveLength(3);
  });

  it('takes another clock, role and correlation for the same command', async () => {
    const { stream, events, metadata, appended } = await first();
    const later: CommandMetadata = {
      ...metadata,
      now: '2024-03-02T08:00:00.000Z',
      role: 'head',
      correlationId: 'c',
      causationId: 'd',
    };
    expect(await subject().append(stream, 1, events, later)).toEqual({ ...appended, written: false });
    expect((await subject().read(stream))[0]?.metadata).toEqual(metadata);
  });

  it('takes the same content with its keys in another order for the same content', async () => {
    const stream = unique('case');
    const commandId = unique('command');
    const write = (data: NewEvent['data']) =>
      subject().append(stream, 'any', eventsOf(commandId, data), command(commandId));
    await write({ a: 1, b: { c: 2, d: 3 } });
    expect(await write({ b: { d: 3, c: 2 }, a: 1 })).toMatchObject({ revision: 0, written: false });
  });

  it('resolves an unknown outcome: the repeated append reports the place of the first', async () => {
    const { stream, events, metadata, appended } = await first();
    const [again, other] = await Promise.allSettled([
      subject().append(stream, 'no-stream', events, metadata),
      note(subject(), stream, 'no-stream', { n: 'somebody else' }),
    ]);
    expect(again).toEqual({ status: 'fulfilled', value: { ...appended, written: false } });
    expect(other).toMatchObject({ status: 'rejected', reason: { code: 'revision-conflict' } });
  });

  it('stores one of two equal appends that arrive together', async () => {
    const stream = unique('case');
    const commandId = unique('command');
    const events = eventsOf(commandId, { n: 1 }, { n: 2 });
    const twice = [1, 2].map(() => subject().append(stream, 'any', events, command(commandId)));
    const [a, b] = await Promise.all(twice);
    expect([a, b]).toEqual([
      { ...a, written: true },
      { ...a, written: false },
    ]);
    expect(await subject().read(stream)).toHaveLength(2);
  });

  const changes: Record<string, (events: readonly NewEvent[]) => NewEvent[]> = {
    'another payload': ([a, b]) => [a!, { ...b!, data: { n: 3 } }],
    'another type': ([a, b]) => [{ ...a!, type: 'sample.withdrawn' }, b!],
    'another version': ([a, b]) => [a!, { ...b!, version: 2 }],
    'another order': ([a, b]) => [b!, a!],
    'one event more': (events) => [...events, ...eventsOf(unique('command'), { n: 4 })],
    'an unknown event first': ([a]) => [...eventsOf(unique('command'), { n: 4 }), a!],
  };
  it.each(Object.keys(changes))('refuses known ids with %s and writes nothing', async (name) => {
    const { stream, events, metadata, head } = await first();
    for (const expected of ['no-stream', 1, 'any'] as const) {
      const refusal = subject().append(stream, expected, changes[name]!(events), metadata);
      await expect(refusal).rejects.toBeInstanceOf(CommandReused);
    }
    expect(await allBehind(subject(), head)).toEqual([]);
  });

  it.each([
    ['actor', { actor: 'staff-8' }],
    ['agency', { agency: 'mengjin-qu' }],
    ['effective date', { on: '2024-03-02' }],
  ] as const)('refuses known ids with another %s', async (_name, change) => {
    const { stream, events, metadata } = await first();
    const refusal = subject().append(stream, 1, events, { ...metadata, ...change });
    await expect(refusal).rejects.toMatchObject({ kind: 'invalid', code: 'command-id-reused' });
  });

  it('refuses known ids in another stream', async () => {
    const { events, metadata } = await first();
    const other = unique('case');
    await expect(subject().append(other, 'no-stream', events, metadata)).rejects.toBeInstanceOf(CommandReused);
    await expect(subject().append(other, 5, events, metadata)).rejects.toBeInstanceOf(CommandReused);
    expect(await subject().read(other)).toEqual([]);
  });

  it('refuses one id twice in one append', async () => {
    const stream = unique('case');
    const [event] = eventsOf(unique('command'), { n: 1 });
    await expect(subject().append(stream, 'any', [event!, event!], command('c'))).rejects.toBeInstanceOf(CommandReused);
    expect(await subject().read(stream)).toEqual([]);
  });

  it('leaves an id free when its append was refused', async () => {
    const stream = unique('case');
    const commandId = unique('command');
    const events = eventsOf(commandId, { n: 1 });
    await expect(subject().append(stream, 4, events, command(commandId))).rejects.toBeInstanceOf(RevisionConflict);
    await expect(
      subject().append(stream, 'no-stream', eventsOf(commandId, { n: 2 }), command(commandId)),
    ).resolves.toMatchObject({
      revision: 0,
      written: true,
    });
  });

  it('harms no neighbour when a known id arrives among new ones', async () => {
    const { stream, events, metadata } = await first();
    const [a, b] = [unique('case'), unique('case')];
    const results = await Promise.allSettled([
      note(subject(), a, 'no-stream', { n: 1 }),
      subject().append(stream, 1, [...eventsOf(unique('command'), { n: 9 }), events[0]!], metadata),
      note(subject(), b, 'no-stream', { n: 1 }),
      note(subject(), a, 0, { n: 2 }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(
      [await subject().read(a), await subject().read(b), await subject().read(stream)].map((s) => s.length),
    ).toEqual([2, 1, 2]);
  });
}
