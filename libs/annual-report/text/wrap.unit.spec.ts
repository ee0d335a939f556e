import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { widthOf } from './width.js';
import { wrap } from './wrap.js';

const text = fc.string({ unit: fc.constantFrom(...'公开申请，、（）“”1234.件'), minLength: 1, maxLength: 40 });

describe('width of a text', () => {
  it.each([
    ['', 0],
    ['2022', 4],
    ['自然人', 6],
    ['（一）', 6],
    ['3.危及“三安全一稳定”', 2 + 4 + 1 + 12 + 1],
    ['│', 1],
    ['𠮷', 2],
  ])('%s takes %i columns', (given, columns) => {
    expect(widthOf(given)).toBe(columns);
  });
});

describe('breaking a text into lines', () => {
  it('breaks a label as the form does', () => {
    expect(wrap('（三）不予公开', 10)).toEqual(['（三）不予', '公开']);
  });

  it('keeps closing marks from the beginning and opening marks from the end of a line', () => {
    expect(wrap('不公开，只', 6)).toEqual(['不公', '开，只']);
    expect(wrap('公开（区分）', 6)).toEqual(['公开', '（区', '分）']);
  });

  it('keeps numbers whole', () => {
    expect(wrap('保留2021件', 6)).toEqual(['保留', '2021件']);
  });

  it('loses nothing, and no line is too wide that could be broken', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (given, width) => {
        const lines = wrap(given, width);
        expect(lines.join('')).toBe(given);
        for (const line of lines) expect(widthOf(line) <= width || wrap(line, 1).length === 1).toBe(true);
      }),
    );
  });
});
