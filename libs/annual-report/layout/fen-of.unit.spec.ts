import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_FEN, yuan10kNumber } from '#agency';
import { fenOf } from './fen-of.js';

describe('fen of an amount in 万元', () => {
  it('are exact', () => {
    expect(fenOf(7730.28)).toBe(7_730_280_000);
    expect(fenOf(0.000001)).toBe(1);
    expect(fenOf(0)).toBe(0);
  });

  it('come back from every amount in fen that a register holds', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: MOST_FEN }), (fen) => expect(fenOf(yuan10kNumber(fen))).toBe(fen)));
  });
});
