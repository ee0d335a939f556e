import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BEFORE_ALL } from '#kernel';
import { numberOf, positionOf } from './positions.js';

const number = fc.nat({ max: Number.MAX_SAFE_INTEGER });

describe('positions', () => {
  it('compare as the numbers do, up to the largest safe integer', () => {
    fc.assert(fc.property(number, number, (a, b) => expect(positionOf(a) < positionOf(b)).toBe(a < b)));
    expect(positionOf(9) < positionOf(10)).toBe(true);
    expect(positionOf(Number.MAX_SAFE_INTEGER)).toHaveLength(16);
  });

  it('come back as the same number', () => {
    fc.assert(fc.property(number, (n) => expect(numberOf(positionOf(n))).toBe(n)));
    expect(positionOf(0)).toBe(BEFORE_ALL);
  });

  it.each(['0', '1', 'x', '000000000000000x', '-000000000000001', '00000000000000001', ' '])(
    'refuses %p',
    (position) => {
      expect(() => numberOf(position)).toThrow(
        expect.objectContaining({ kind: 'invalid', code: 'position-malformed' }),
      );
    },
  );
});
