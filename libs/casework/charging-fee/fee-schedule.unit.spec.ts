import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FeeMethod } from './fee-notice.js';
import { feeFen, MAX_FEE_UNITS } from './fee-schedule.js';
import { yuan } from './yuan.js';

/** The price of the nth unit, read off the official wording. Yuan. */
function priceInYuan(method: FeeMethod, n: number): number {
  if (method === 'per-page') return n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40;
  return n <= 10 ? 0 : n <= 30 ? 100 : 100 * (Math.ceil(n / 10) - 2);
}

describe('fees (国办函〔2020〕109号)', () => {
  it.each<[FeeMethod, number, number]>([
    ['per-piece', 10, 0],
    ['per-piece', 11, 100_00],
    ['per-piece', 30, 2_000_00],
    ['per-piece', 31, 2_200_00],
    ['per-piece', 35, 3_000_00],
    ['per-piece', 41, 4_300_00],
    ['per-page', 30, 0],
    ['per-page', 31, 10_00],
    ['per-page', 200, 2_700_00],
    ['per-page', 250, 4_700_00],
  ])('%s: %d units cost %d fen', (method, units, fen) => {
    expect(feeFen(method, units)).toBe(fen);
  });

  it('charges later pieces of a month from where the earlier ones ended', () => {
    expect(feeFen('per-piece', 5, 30)).toBe(1_000_00);
    expect(feeFen('per-piece', 5, 5)).toBe(0);
  });

  it('equals a loop over single units', () => {
    const method = fc.constantFrom<FeeMethod>('per-piece', 'per-page');
    fc.assert(
      fc.property(method, fc.nat(600), fc.nat(600), (how, units, prior) => {
        let expected = 0;
        for (let n = prior + 1; n <= prior + units; n++) expected += priceInYuan(how, n) * 100;
        expect(feeFen(how, units, prior)).toBe(expected);
      }),
    );
  });

  it('stays exact at the largest quantity', () => {
    expect(Number.isSafeInteger(feeFen('per-piece', MAX_FEE_UNITS, MAX_FEE_UNITS))).toBe(true);
  });

  it('is written in yuan', () => {
    expect([0, 5, 100_00, 4_700_00, 1_234_567_89].map(yuan)).toEqual([
      '0 元',
      '0.05 元',
      '100 元',
      '4,700 元',
      '1,234,567.89 元',
    ]);
  });
});
