import { expect, it } from '@jest/globals';
import type { JsonObject } from '#kernel';
import { MAX_EVENT_BYTES, MAX_NAME_LENGTH, MAX_NESTING } from '../limits.js';
import type { Subject } from './event-store-contract.testkit.js';
import { allBehind, command, eventsOf, note, payloadsOf, unique } from './sample-events.testkit.js';

/** What is stored unchanged, and what is refused before anything is written. */
export function limits(subject: Subject): void {
  /** A payload of exactly `bytes` bytes of canonical UTF-8, mostly of three-byte characters. */
  const payloadOf = (bytes: number): JsonObject => {
    const room = bytes - '{"t":""}'.length;
    return { t: '公'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3) };
  };

  it('stores a payload of 1 MiB to the byte and refuses one byte more', async () => {
    const stream = unique('case');
    const largest = payloadOf(MAX_EVENT_BYTES);
    await note(subject(), stream, 'no-stream', largest, payloadOf(MAX_EVENT_BYTES - 1));
    await expect(note(subject(), stream, 1, payloadOf(MAX_EVENT_BYTES + 1))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'event-too-large',
      facts: { bytes: MAX_EVENT_BYTES + 1, limit: MAX_EVENT_BYTES },
    });
    expect(payloadsOf(await subject().read(stream))).toEqual([largest, payloadOf(MAX_EVENT_BYTES - 1)]);
  });

  it.each([
    ['Chinese, rare characters, emoji', '依申请公开 𠮷野家 👩‍👩‍👧‍👦 ㊙'],
    ['control characters and line ends', '\u0000\u0001\t\n\r\u001f\u007f\u0085\u2028\u2029'],
    ['quotes and backslashes', `"' \\ \\" \\u0000 ; DROP TABLE events; --`],
    ['composed and decomposed accents', 'é e\u0301 Å \u212b'],
    ['byte order mark and non-characters', '\ufeff \ufffe \uffff \u{10ffff}'],
    ['nothing', ''],
  ])('stores unchanged: %s', async (_what, text) => {
    const stream = unique('case');
    const data = { text, [`key ${text}`]: [text] };
    await note(subject(), stream, 'no-stream', data);
    expect(payloadsOf(await subject().read(stream))).toEqual([data]);
  });

  it('stores unchanged: numbers at the edges, deep nesting, odd keys', async () => {
    const stream = unique('case');
    const deep = JSON.parse('{"a":'.repeat(MAX_NESTING - 1) + '{}' + '}'.repeat(MAX_NESTING - 1)) as JsonObject;
    const odd = JSON.parse('{"__proto__":{"x":1},"10":"b","9":"a","constructor":2,"":3}') as JsonObject;
    const payloads: JsonObject[] = [{ n: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0] }, deep, odd];
    await note(subject(), stream, 'no-stream', ...payloads);
    const stored = payloadsOf(await subject().read(stream));
    expect(stored).toEqual(payloads);
    expect(Object.keys(stored[2]!).sort()).toEqual(Object.keys(odd).sort());
  });

  class Money {
    readonly fen = 100;
  }
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  const unfit: readonly (readonly [string, unknown])[] = [
    ['a bigint', { n: 1n }],
    ['NaN', { n: Number.NaN }],
    ['infinity', { n: Number.POSITIVE_INFINITY }],
    ['a fraction', { n: 0.1 }],
    ['an unsafe integer', { n: 2 ** 53 }],
    ['undefined', { n: undefined }],
    ['undefined in a list', { n: [undefined] }],
    ['a hole in a list', { n: new Array(1) }],
    ['a date', { n: new Date(0) }],
    ['a class instance', { n: new Money() }],
    ['a map', { n: new Map() }],
    ['a function', { n: () => 1 }],
    ['a symbol', { n: Symbol('n') }],
    ['a lone surrogate', { n: '\ud800' }],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a value that contains itself', loop],
    ['nesting beyond the limit', JSON.parse('['.repeat(MAX_NESTING + 1) + ']'.repeat(MAX_NESTING + 1))],
  ];
  it.each(unfit)('refuses %s, together with the events beside it', async (_what, value) => {
    const stream = unique('case');
    const start = await subject().head();
    const payload = (Array.isArray(value) ? { value } : value) as JsonObject;
    await expect(note(subject(), stream, 'any', { n: 1 }, payload)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'not-canonical',
      facts: { fields: [{ path: 'events[1].data' }] },
    });
    expect(await allBehind(subject(), start)).toEqual([]);
  });

  it('refuses metadata that is not JSON', async () => {
    const metadata = command('c', { correlationId: 1n as unknown as string });
    await expect(subject().append(unique('case'), 'any', eventsOf('c', {}), metadata)).rejects.toMatchObject({
      code: 'not-canonical',
    });
  });

  it('refuses an append without events', async () => {
    await expect(subject().append(unique('case'), 'any', [], command('c'))).rejects.toMatchObject({
      code: 'append-malformed',
    });
  });

  const badNames = [
    ['nothing', ''],
    ['a line feed', 'a\nb'],
    ['NUL', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800'],
    ['more than the longest name', 'x'.repeat(MAX_NAME_LENGTH + 1)],
  ] as const;
  it.each(badNames)('refuses %s as the name of a stream, a type, an id', async (_what, name) => {
    const [event] = eventsOf(unique('command'), {});
    const malformed = { kind: 'invalid', code: 'append-malformed' };
    await expect(subject().append(name, 'any', [event!], command('c'))).rejects.toMatchObject(malformed);
    await expect(
      subject().append(unique('case'), 'any', [{ ...event!, type: name }], command('c')),
    ).rejects.toMatchObject(malformed);
    await expect(
      subject().append(unique('case'), 'any', [{ ...event!, id: name }], command('c')),
    ).rejects.toMatchObject(malformed);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses version %d of a payload', async (version) => {
    const [event] = eventsOf(unique('command'), {});
    const refusal = subject().append(unique('case'), 'any', [{ ...event!, version }], command('c'));
    await expect(refusal).rejects.toMatchObject({ code: 'append-malformed' });
  });

  it('works on after a refusal', async () => {
    const stream = unique('case');
    await expect(note(subject(), stream, 'any', { n: 1n } as unknown as JsonObject)).rejects.toMatchObject({
      code: 'not-canonical',
    });
    await expect(note(subject(), stream, 'no-stream', { n: 1 })).resolves.toMatchObject({ revision: 0 });
  });
}
