import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { table3Cells, TABLE4_CELLS } from './cells.js';
import type { CaseCount } from './contribution.js';
import { countersOf } from './counters.js';
import type { CellAddress } from './figures.js';
import { cellsOf, isIn, placementsOf, unitsIn } from './lineage.js';
import { provePartition } from './partition.js';
import { figureAt } from './report.js';
import { tablesOf } from './tables.js';
import { withFigure } from './testkit/with-figure.js';
import { AGENCIES, caseCounts, someForm, someYear } from './testkit/random-counts.js';

const tables = (counts: readonly CaseCount[], year: number, form: '2019' | '2021') =>
  tablesOf(counts.flatMap(countersOf), AGENCIES, year, form);
const cellsIn = (form: '2019' | '2021'): readonly CellAddress[] => [...table3Cells(form), ...TABLE4_CELLS];

const answered: CaseCount = {
  caseId: 'case-1',
  agency: 'town-1',
  applicantKind: 'natural-person',
  receivedYear: 2023,
  receivedRevision: 1,
  closedYear: 2024,
  closedRevision: 4,
  row: 'other.overdueFee',
  outcomeOn: '2024-06-01',
  outcomeRevision: 4,
  proposedRow: null,
  fee: null,
  remedies: [
    {
      remedyId: 'suit-1',
      kind: 'litigation-direct',
      filedYear: 2023,
      filedRevision: 2,
      concludedYear: 2024,
      concludedRevision: 6,
      result: 'upheld',
      counted: true,
    },
  ],
};

describe('lineage', () => {
  it('lists for every cell as many cases or matters as the cell says', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, (counts, year, form) => {
        const figures = { ...tables(counts, year, form), table2: null, year, form };
        for (const cell of cellsIn(form)) {
          const units = counts.reduce((sum, count) => sum + unitsIn(count, cell, year), 0);
          expect([cell, units]).toEqual([cell, figureAt(figures, cell)]);
        }
      }),
    );
  });

  it('answers from the case as it answers from the cell', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, (counts, year, form) => {
        for (const count of counts) {
          const fromCell = cellsIn(form).filter((cell) => isIn(count, cell, year));
          expect(new Set(cellsOf(count, year, form))).toEqual(new Set(fromCell));
        }
      }),
    );
  });

  it('names the entries that put a case and its matter there', () => {
    const places = (year: number) =>
      placementsOf(answered, year, '2019').map(({ cell, remedyId, because }) => [
        cell.table === 3 ? cell.row : cell.block,
        cell.column,
        remedyId,
        because,
      ]);
    expect(places(2023)).toEqual([
      ['new', 'natural-person', null, [1]],
      ['new', 'total', null, [1]],
      ['carriedOut', 'natural-person', null, [1]],
      ['carriedOut', 'total', null, [1]],
      ['suitDirect', 'pending', 'suit-1', [2]],
      ['suitDirect', 'total', 'suit-1', [2]],
    ]);
    expect(places(2024)).toEqual([
      ['carriedIn', 'natural-person', null, [1]],
      ['carriedIn', 'total', null, [1]],
      ['other.all', 'natural-person', null, [4]],
      ['other.all', 'total', null, [4]],
      ['resolvedTotal', 'natural-person', null, [4]],
      ['resolvedTotal', 'total', null, [4]],
      ['suitDirect', 'upheld', 'suit-1', [2, 6]],
      ['suitDirect', 'total', 'suit-1', [2, 6]],
    ]);
    expect(places(2025)).toEqual([]);
  });

  it('names the remedial reply beside the end where it decides the row, and in no other cell', () => {
    const again: CaseCount = { ...answered, row: 'granted', outcomeOn: '2024-09-01', outcomeRevision: 8 };
    const because = placementsOf(again, 2024, '2021').flatMap(({ cell, because: why }) =>
      cell.table === 3 && cell.column === 'total' ? [[cell.row, why]] : [],
    );
    expect(because).toEqual([
      ['carriedIn', [1]],
      ['granted', [4, 8]],
      ['resolvedTotal', [4]],
    ]);
  });

  it('holds no case in a cell of table 2', () => {
    expect(isIn(answered, { table: 2, row: 'licensing', column: 'decisions' }, 2024)).toBe(false);
  });
});

describe('partition proof', () => {
  it('holds for the tables of any cases', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, (counts, year, form) => {
        expect(provePartition(counts, tables(counts, year, form), year, form)).toEqual({
          cases: counts.length,
          faults: [],
        });
      }),
    );
  });

  it('fails when any cell of tables 3 and 4 is off by one', () => {
    const right = tables([answered], 2024, '2021');
    for (const cell of cellsIn('2021')) {
      const off = withFigure({ ...right, table2: null, year: 2024, form: '2021' }, cell, (now) => now + 1);
      const { faults } = provePartition([answered], off, 2024, '2021');
      expect(faults.map(({ cells }) => cells)).toEqual([[cell]]);
    }
  });

  it('fails, naming the case, when a case is listed twice or left out', () => {
    const right = tables([answered], 2024, '2021');
    const twice = provePartition([answered, answered], right, 2024, '2021').faults;
    expect(twice[0]).toEqual({ message: 'case-1 被计入两次', caseIds: ['case-1'], cells: [] });
    expect(provePartition([], right, 2024, '2021').faults.length).toBeGreaterThan(0);
  });

  it('fails, naming the case, when a case ended without a row', () => {
    const rowless = { ...answered, row: null };
    const { faults } = provePartition([rowless], tables([rowless], 2024, '2021'), 2024, '2021');
    expect(faults[0]).toMatchObject({
      caseIds: ['case-1'],
      message: 'case-1 未恰好计入一处：二、上年结转政府信息公开申请数量“自然人”',
    });
  });
});
