import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_BODY_NESTING, parseStrictJson } from './strict-json.js';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads, when nothing in it is ambiguous', () => {
    const plain = fc
      .jsonValue({ maxDepth: 6 })
      .filter((value) => !/"(__proto__|constructor|prototype)"|\\u/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!/\d{16}|e\+/.test(text));
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads braces, colons, quotes and backslashes inside strings as text', () => {
    const value = { 'a"b': '{"x":1,"x":2}', c: ['\\', '"', ':,[]{}'] };
    expect(parseStrictJson(JSON.stringify(value))).toEqual(value);
  });

  it('reads the same name in different objects', () => {
    expect(parseStrictJson('{"a":{"x":1},"b":[{"x":1},{"x":2}],"x":3}')).toEqual({
      a: { x: 1 },
      b: [{ x: 1 }, { x: 2 }],
      x: 3,
    });
  });

  it.each([
    ['', 'malformed-json', 'body'],
    ['{', 'malformed-json', 'body'],
    ["{'a':1}", 'malformed-json', 'body'],
    ['{"a":1,}', 'malformed-json', 'body'],
    ['NaN', 'malformed-json', 'body'],
    ['\uFEFF{}', 'malformed-json', 'body'],
    ['{"a":1} {"b":2}', 'malformed-json', 'body'],
    ['{"a":"line\nbreak"}', 'malformed-json', 'body'],
    ['{"on":"x","on":"y"}', 'duplicate-key', 'body.on'],
    ['{"a":[{"b":1,"\\u0062":2}]}', 'duplicate-key', 'body.a[0].b'],
    ['{"__proto__":{"role":"head"}}', 'forbidden-key', 'body.__proto__'],
    ['{"a":{"\\u005f_proto__":1}}', 'forbidden-key', 'body.a.__proto__'],
    ['{"constructor":{"prototype":{}}}', 'forbidden-key', 'body.constructor'],
    ['{"a":1e999}', 'number-out-of-range', 'body.a'],
    ['[0,-9007199254740992]', 'number-out-of-range', 'body[1]'],
    ['{"a":"\\u0000"}', 'malformed-text', 'body.a'],
    ['{"a":["\\ud800"]}', 'malformed-text', 'body.a[0]'],
    ['{"\\udc00":1}', 'malformed-text', 'body.\uFFFD'],
    [nested(MAX_BODY_NESTING + 1), 'nesting-too-deep', 'body' + '[0]'.repeat(MAX_BODY_NESTING)],
    [nested(30_000), 'nesting-too-deep', 'body' + '[0]'.repeat(MAX_BODY_NESTING)],
  ])('refuses %j as %s', (text, code, path) => {
    expect(() => parseStrictJson(text)).toThrow(
      expect.objectContaining({ kind: 'malformed', code, facts: { fields: [expect.objectContaining({ path })] } }),
    );
  });

  it('takes the deepest nesting that is allowed', () => {
    expect(parseStrictJson(nested(MAX_BODY_NESTING))).toBeDefined();
  });
});
