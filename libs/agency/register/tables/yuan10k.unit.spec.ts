import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_FEN } from '../../fields.js';
import { yuan10k, yuan10kNumber } from './yuan10k.js';

describe('fen in 万元', () => {
  it.each([
    [0, '0'],
    [1, '0.000001'],
    [1_000_000, '1'],
    [10_000_000, '10'],
    [123_400_000, '123.4'],
    [7_730_280_000, '7730.28'],
    [316_441_000_000, '316441'],
    [MOST_FEN, '999999999.999999'],
  ])('%d fen are exactly %s', (fen, text) => {
    expect(yuan10k(fen)).toBe(text);
    expect(JSON.stringify(yuan10kNumber(fen))).toBe(text);
  });

  it.each([
    [7_730_280_000, 4, '7730.2800'],
    [7_730_280_000, 0, '7730'],
    [1_500_000, 0, '2'],
    [1_499_999, 0, '1'],
    [9_999_950, 4, '10.0000'],
    [9_999_949, 4, '9.9999'],
    [0, 2, '0.00'],
  ])('%d fen with %d decimals are %s, rounded half up', (fen, decimals, text) => {
    expect(yuan10k(fen, decimals)).toBe(text);
  });

  it('agrees with arithmetic in bigints, and the JSON number says the same digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_FEN }), fc.integer({ min: 0, max: 4 }), (fen, decimals) => {
        const unit = 10n ** BigInt(6 - decimals);
        const units = (BigInt(fen) + unit / 2n) / unit;
        expect(BigInt(yuan10k(fen, decimals).replace('.', ''))).toBe(units);
        const [whole = '', fraction = ''] = yuan10k(fen).split('.');
        expect(BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'))).toBe(BigInt(fen));
        expect(yuan10kNumber(fen).toFixed(6)).toBe(`${whole}.${fraction.padEnd(6, '0')}`);
      }),
    );
  });
});
