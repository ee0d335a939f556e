import { describe, expect, it } from '@jest/globals';
import { CITY_2020, CITY_2025 } from '../testkit/reports.js';
import { slotsOf } from '../testkit/slots.js';
import { figureSize } from './page.js';
import { brokenGrid } from './row-lines.js';
import { tableGrid } from './tables.js';

describe.each([CITY_2025, CITY_2020])('the tables of the form of $form', (figures) => {
  it.each([2, 3, 4] as const)('%i cover every slot once, and all of the width', (table) => {
    const { cells, columns, shares } = tableGrid(figures, table);
    expect(slotsOf(cells)[0]).toHaveLength(columns);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
  });

  it('have labels verbatim, broken only where a column is narrow', () => {
    for (const table of [2, 3, 4] as const) {
      for (const { text, lines } of tableGrid(figures, table).cells) expect(lines.join('')).toBe(text);
    }
    const lines = (text: string) => tableGrid(figures, 3).cells.find((cell) => cell.text === text)?.lines;
    expect(lines('（三）不予公开')).toEqual(['（三）', '不予公开']);
    expect(lines('三、本年度办理结果')).toEqual(['三、', '本年', '度办', '理结', '果']);
    expect(lines('社会公益组织')).toEqual(['社会', '公益', '组织']);
    expect(lines('法人或其他组织')).toEqual(['法人或其他组织']);
  });
});

describe('the type of figures on paper', () => {
  const sizeWith = (figure: number) => {
    const table3 = { ...CITY_2025.table3, new: [figure, 0, 0, 0, 0, 0, 0] };
    return figureSize(tableGrid({ ...CITY_2025, table3 }, 3), 18);
  };

  it('is that of the table as long as they fit, then smaller, and never too small to read', () => {
    expect(sizeWith(99_999)).toBe(18);
    expect(sizeWith(1_234_567)).toBeLessThan(18);
    expect(sizeWith(1_234_567)).toBeGreaterThanOrEqual(12);
    expect(sizeWith(Number.MAX_SAFE_INTEGER)).toBe(9);
  });
});

describe('a long figure of table 4', () => {
  it('widens its column at the cost of the others', () => {
    const review = [1_234_567, 0, 0, 0, 0];
    const { shares } = tableGrid({ ...CITY_2025, table4: { ...CITY_2025.table4, review } }, 4);
    expect([shares[0], shares[14]]).toEqual([103, 64]);
    expect(new Set(tableGrid(CITY_2025, 4).shares)).toEqual(new Set([66, 67]));
  });
});

describe('a table broken into lines', () => {
  it('has rows as high as their cells, the last one of a merged cell if need be', () => {
    const { grid, rowLines } = brokenGrid(tableGrid(CITY_2025, 3), (cell) => (cell.columns > 1 ? 60 : 30));
    expect(rowLines.slice(0, 5)).toEqual([1, 1, 3, 1, 1]);
    const long = grid.cells.find(({ text }) => text.startsWith('1.申请人无正当理由'));
    expect(long?.lines).toEqual(['1.申请人无正当理由逾期不补正、', '行政机关不再处理其政府信息公开', '申请']);
    expect(rowLines[long?.row ?? 0]).toBe(3);
  });
});
