import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, type Json } from '#kernel';
import { canonicalText } from './canonical-text.js';

/** Any value that the type promises: safe integers, well-formed text, odd keys included. */
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(
        fc.string({ unit: 'binary' }).filter((key) => key.isWellFormed()),
        fc.constantFrom('1', '10', '9', '__proto__', 'a'),
      ),
      tie('value'),
      { maxKeys: 20, noNullPrototype: true },
    ),
  ),
})).value;

describe('canonical text', () => {
  it('is what the reference implementation of RFC 8785 gives', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalText(value, () => 'data')).toBe(canonicalJson(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalText(value, () => 'data');
        expect(canonicalText(JSON.parse(text) as Json, () => 'data')).toBe(text);
      }),
    );
  });

  it('orders keys by UTF-16 units, numbers among them as text, however many', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`k${index}`, index]));
    expect(canonicalText({ 10: 1, 9: 2, é: 3, z: 4, '\u{1f600}': 5, '\ufb33': 6 }, () => 'data')).toBe(
      '{"10":1,"9":2,"z":4,"é":3,"\u{1f600}":5,"\ufb33":6}',
    );
    expect(canonicalText(many, () => 'data')).toBe(canonicalJson(many));
  });

  it('takes objects without a prototype, and -0 for 0', () => {
    expect(
      canonicalText(Object.assign(Object.create(null) as object, { a: -0 }) as unknown as Json, () => 'data'),
    ).toBe('{"a":0}');
  });

  it('names the place of what it refuses', () => {
    const refused = () => canonicalText({ a: [1n as unknown as number] }, () => 'events[3].data');
    expect(refused).toThrow(
      expect.objectContaining({
        code: 'not-canonical',
        facts: { fields: [expect.objectContaining({ path: 'events[3].data' })] },
      }),
    );
  });
});
