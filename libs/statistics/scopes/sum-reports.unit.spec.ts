import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SectionOne } from '#agency';
import { addTables } from '../add-tables.js';
import { allCells, cell3, cellKey } from '../cells.js';
import { countersOf } from '../counters.js';
import type { CellAddress } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';
import { tablesOf } from '../tables.js';
import { GOLDEN } from '../testkit/golden-report.js';
import { AGENCIES, caseCounts, someForm, someYear } from '../testkit/random-counts.js';
import { withFigure } from '../testkit/with-figure.js';
import type { MemberReport } from './member-report.js';
import { sumReports } from './sum-reports.js';
import { sumSectionOne } from './sum-section-one.js';

const member = (agency: string, figures: ReportFigures | null): MemberReport => ({
  agency,
  name: `${agency}局`,
  basis: figures === null ? 'missing' : 'edition',
  figures,
});
const fees = (amount10k: number): ReportFigures => ({
  ...GOLDEN,
  table2: { ...GOLDEN.table2!, fees: { amount10k } } as ReportFigures['table2'],
});
const of2019: ReportFigures = {
  ...GOLDEN,
  form: '2019',
  table2: {
    regulations: { madeNew: 1, publishedNew: 2, publishedTotal: 3 },
    normativeDocuments: { madeNew: 4, publishedNew: 5, publishedTotal: null },
    licensing: { itemsLastYear: 1, change: -1, decisions: 7 },
    otherServices: { itemsLastYear: 1, change: 0, decisions: 1 },
    penalty: { itemsLastYear: 1, change: 0, decisions: 8 },
    coercion: { itemsLastYear: 1, change: 0, decisions: 9 },
    fees: { itemsLastYear: 1, change: 0 },
    procurement: { projects: 2, amountText: '123.4万元' },
  },
  table3: { ...GOLDEN.table3, 'other.all': [1, 0, 0, 0, 0, 0, 1] },
};

describe('the sum of reports', () => {
  it('of tables 3 and 4 is that of the cases of all members, for random cases', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, (counts, year, form) => {
        const counters = counts.flatMap(countersOf);
        const each = AGENCIES.map((agency) => tablesOf(counters, [agency], year, form));
        const reports = each.map((tables, index) => member(AGENCIES[index]!, { year, form, table2: null, ...tables }));
        const { table3, table4 } = sumReports(reports, year, form).figures;
        expect({ table3, table4 }).toEqual(addTables(each));
      }),
    );
  });

  it('adds money in whole fen', () => {
    const { figures } = sumReports(
      [member('a', fees(0.1)), member('b', fees(0.2)), member('c', fees(0.000001))],
      2025,
      '2021',
    );
    expect(figures.table2).toMatchObject({ fees: { amount10k: 0.300001 } });
    expect(() => sumReports([member('a', fees(999_999_999)), member('b', fees(1))], 2025, '2021')).toThrow(
      expect.objectContaining({ code: 'sum-too-large' }),
    );
  });

  it('with an unknown addend is unknown, and tells the known part and who did not say, in any cell', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allCells('2021')), (cell: CellAddress) => {
        const blank = withFigure(GOLDEN, cell, () => null);
        const { figures, partial } = sumReports([member('a', GOLDEN), member('b', blank)], 2025, '2021');
        expect(partial).toEqual([{ cell, known: figureAt(GOLDEN, cell), unknown: ['b'] }]);
        for (const one of allCells('2021')) {
          const twice = figureAt(GOLDEN, one)! * 2;
          expect(figureAt(figures, one)).toBe(cellKey(one) === cellKey(cell) ? null : twice);
        }
      }),
    );
  });

  it('with a missing member knows no cell', () => {
    const { figures, partial } = sumReports([member('a', GOLDEN), member('b', null)], 2025, '2021');
    expect(allCells('2021').every((cell) => figureAt(figures, cell) === null)).toBe(true);
    expect(partial).toHaveLength(allCells('2021').length);
  });

  it('in the 2019 form adds the three rows of （六） of a report in the 2021 form to one', () => {
    const { figures } = sumReports([member('a', GOLDEN), member('b', of2019)], 2025, '2019');
    expect(figures.table3['other.all']?.[0]).toBe(315 + 202 + 941 + 1);
    expect(figures.table2).toMatchObject({
      regulations: { madeNew: 3 + 1, publishedNew: null },
      licensing: { decisions: 11398889 + 7, itemsLastYear: null },
      procurement: { projects: null, amountText: null },
    });
    expect(sumReports([member('b', of2019), member('c', of2019)], 2025, '2019').figures.table2).toMatchObject({
      procurement: { projects: 4, amountText: '246.8万元' },
    });
  });

  it('in the 2021 form does not guess how one row （六） divides into three', () => {
    const { 'other.overdueCorrection': _a, 'other.overdueFee': _b, 'other.other': _c, ...rest } = of2019.table3!;
    const oneRow = member('b', { ...of2019, table3: rest });
    const { figures, partial } = sumReports([member('a', GOLDEN), oneRow], 2025, '2021');
    expect(figures.table3['other.other']?.[0]).toBeNull();
    expect(figures.table3.resolvedTotal?.[0]).toBe(2 * 13364);
    expect(partial).toContainEqual({ cell: cell3('other.other', 'natural-person'), known: 941, unknown: ['b'] });
  });
});

describe('the sum of section 一', () => {
  const website = (count: number, category: string | null): SectionOne => ({
    total: count,
    channels: [{ channel: '网站', count, categories: [{ category, count }] }],
  });

  it('adds by channel and category, and names who did not say', () => {
    const parts = [
      { agency: 'a', published: website(2, null) },
      { agency: 'b', published: website(3, '党务') },
      { agency: 'c', published: null },
    ];
    expect(sumSectionOne(parts)).toEqual({
      known: {
        total: 5,
        channels: [
          {
            channel: '网站',
            count: 5,
            categories: [
              { category: null, count: 2 },
              { category: '党务', count: 3 },
            ],
          },
        ],
      },
      unknown: ['c'],
    });
  });
});
