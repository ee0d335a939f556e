import { describe, expect, it } from '@jest/globals';
import { coverageOf } from './coverage.js';
import { showable } from './showable.js';
import { typefaceCoverage } from './typeface.js';

/** Every character of GB 2312, which the typeface is said to cover, by the decoder of the platform. */
function gb2312(): string {
  const rows = Array.from({ length: 87 }, (_, row) => row).filter((row) => row < 9 || row >= 15);
  const bytes = rows.flatMap((row) => Array.from({ length: 94 }, (_, cell) => [0xa1 + row, 0xa1 + cell]).flat());
  return new TextDecoder('gb18030').decode(new Uint8Array(bytes));
}

describe('what the typeface of a PDF can show', () => {
  it('is every Chinese character of GB 2312 and the marks of the form', async () => {
    const covers = await typefaceCoverage();
    const characters = [...gb2312(), ...'（）“”—〓〔〕、。：；①'].filter((one) => /\p{Script=Han}|\p{P}/u.test(one));
    expect(characters.length).toBeGreaterThan(6763);
    expect(characters.filter((one) => !covers(one.codePointAt(0)!))).toEqual([]);
  });

  it('is not everything, and what is missing is printed as its code point', async () => {
    const covers = await typefaceCoverage();
    expect(showable('甲😀乙', covers)).toBe('甲〔U+1F600〕乙');
    expect(showable('e\u0301', covers)).toBe('é');
  });

  it('is not asked of a file that is no font', () => {
    expect(() => coverageOf(new Uint8Array(64))).toThrow('cmap');
  });
});
