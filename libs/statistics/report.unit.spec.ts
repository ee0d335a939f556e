import { describe, expect, it } from '@jest/globals';
import { allCells, cellKey, cellOfKey } from './cells.js';
import { cellLabel } from './labels.js';
import { digestText, figureAt, type YearFigures } from './report.js';
import { tablesOf } from './tables.js';
import { GOLDEN } from './testkit/golden-report.js';

const FIGURES: YearFigures = {
  agency: 'town-1',
  year: 2022,
  form: '2021',
  table2: {
    regulations: { made: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { made: 0, repealed: 0, inForce: null },
    licensing: { decisions: 0 },
    penalty: { decisions: 0 },
    coercion: { decisions: 0 },
    fees: { amount10k: 7730.28 },
  },
  ...tablesOf([], [], 2022, '2021'),
  published: { total: 304, channels: [] },
};

describe('text for the digest', () => {
  it('does not depend on the order in which the figures were put together', () => {
    const { agency, table2, ...rest } = FIGURES;
    const { fees, ...documents } = table2;
    const again = { ...rest, table2: { fees, ...documents }, agency } as YearFigures;
    expect(digestText(again)).toBe(digestText(FIGURES));
  });

  it('changes with any figure', () => {
    expect(digestText({ ...FIGURES, table4: { ...FIGURES.table4, review: [0, 0, 0, 0, 1] } })).not.toBe(
      digestText(FIGURES),
    );
  });

  it('tells unknown from zero, and keeps an amount as its digits', () => {
    expect(digestText(FIGURES)).toContain('"normativeDocuments":{"inForce":null,"made":0,"repealed":0}');
    expect(digestText(FIGURES)).toContain('"amount10k":7730.28');
  });
});

describe.each(['2021', '2019'] as const)('cells of the %s form', (form) => {
  it('have keys that lead back to them, and a name in the words of the form each of its own', () => {
    const cells = allCells(form);
    expect(cells.map((cell) => cellOfKey(cellKey(cell), form))).toEqual(cells);
    expect(new Set(cells.map((cell) => `${String(cell.table)} ${cellLabel(cell, form)}`)).size).toBe(cells.length);
  });
});

describe('a cell', () => {
  it('is read by its address', () => {
    expect(figureAt(GOLDEN, { table: 3, row: 'refused.thirdPartyRights', column: 'commercial-enterprise' })).toBe(2);
    expect(figureAt(GOLDEN, { table: 4, block: 'suitAfterReview', column: 'pending' })).toBe(51);
    expect(figureAt(GOLDEN, { table: 2, row: 'fees', column: 'amount10k' })).toBe(316441);
  });

  it('that the report does not show is neither 0 nor blank', () => {
    expect(figureAt(GOLDEN, { table: 3, row: 'other.all', column: 'total' })).toBeUndefined();
    expect(figureAt({ ...GOLDEN, table4: null }, { table: 4, block: 'review', column: 'total' })).toBeUndefined();
    expect(cellOfKey('table3/other.all/total', '2021')).toBeNull();
    expect(cellOfKey('table9/x/y', '2021')).toBeNull();
  });

  it('is named by row and column', () => {
    expect(cellLabel({ table: 3, row: 'refused.stateSecret', column: 'other' }, '2021')).toBe(
      '（三）不予公开 1.属于国家秘密“其他”',
    );
    expect(cellLabel({ table: 2, row: 'normativeDocuments', column: 'madeNew' }, '2019')).toBe(
      '规范性文件“本年新制作数量”',
    );
  });
});
