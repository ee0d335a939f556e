import { describe, expect, it } from '@jest/globals';
import { commandIdOf, parseIdempotencyKey } from './idempotency-key.js';
import { etagOf, parseIfMatch } from './if-match.js';
import { requestIdOf } from './request-id.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('If-Match', () => {
  it('reads back the ETag of a revision', () => {
    for (const revision of [0, 1, 42, 999_999_999_999_999]) expect(parseIfMatch(etagOf(revision))).toBe(revision);
  });
  it('is optional', () => expect(parseIfMatch(undefined)).toBeUndefined());
  it.each(['', '*', '3', 'W/"3"', '"3", "4"', '"-1"', '"03"', '"3.0"', '"1e3"', '"9999999999999999"', '"x"'])(
    'refuses %j',
    (header) => {
      expect(() => parseIfMatch(header)).toThrow(
        expect.objectContaining({ kind: 'malformed', code: 'if-match-malformed' }),
      );
    },
  );
});

describe('Idempotency-Key', () => {
  it.each(['a', 'x'.repeat(200), '{"odd":"visible"}'])('takes %j', (key) => expect(parseIdempotencyKey(key)).toBe(key));
  it('is required', () => {
    expect(() => parseIdempotencyKey(undefined)).toThrow(expect.objectContaining({ code: 'idempotency-key-missing' }));
  });
  it.each(['', 'x'.repeat(201), 'a b', 'a\tb', '编号', 'a\u007f', ['a', 'b']])('refuses %j', (key) => {
    expect(() => parseIdempotencyKey(key)).toThrow(expect.objectContaining({ code: 'idempotency-key-malformed' }));
  });
  it('is told apart by person', () => expect(commandIdOf('li', 'k')).not.toBe(commandIdOf('wang', 'k')));
});

describe('X-Request-Id', () => {
  it('is kept when it is harmless', () => expect(requestIdOf('trace-1.2_3')).toBe('trace-1.2_3'));
  it.each([undefined, '', 'a b', 'x'.repeat(129), '{"a":1}', ['a', 'b'], '张三'])(
    'gives way to a new one: %j',
    (header) => {
      expect(requestIdOf(header)).toMatch(UUID);
    },
  );
});
