import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addTables } from './add-tables.js';
import type { CaseCount } from './contribution.js';
import { countersOf, difference, sumCounters } from './counters.js';
import { resultRows, table3Rows } from './rows.js';
import { tablesOf, type Tables } from './tables.js';
import { naiveTables } from './testkit/naive-tables.js';
import { AGENCIES, caseCounts, someForm, someYear } from './testkit/random-counts.js';

const counted = (counts: readonly CaseCount[]) => sumCounters(counts.flatMap(countersOf));

const pending: CaseCount = {
  caseId: 'case-1',
  agency: 'town-1',
  applicantKind: 'natural-person',
  receivedYear: 2023,
  receivedRevision: 0,
  closedYear: 2023,
  closedRevision: 2,
  row: 'granted',
  outcomeOn: '2023-06-01',
  outcomeRevision: 2,
  proposedRow: 'granted',
  fee: null,
  remedies: [
    {
      remedyId: 'remedy-1',
      kind: 'reconsideration',
      filedYear: 2023,
      filedRevision: 3,
      concludedYear: 2025,
      concludedRevision: 4,
      result: 'corrected',
      counted: true,
    },
  ],
};

describe('tables from counters', () => {
  it('are what a slow count of the cases gives', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, fc.subarray([...AGENCIES]), (counts, year, form, agencies) => {
        expect(tablesOf(counted(counts), agencies, year, form)).toEqual(naiveTables(counts, agencies, year, form));
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on the order of cases or counters', () => {
    const shuffled = caseCounts.chain((counts) =>
      fc.tuple(
        fc.constant(counts),
        fc.shuffledSubarray([...counts], { minLength: counts.length, maxLength: counts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, someYear, ([counts, others], year) => {
        const unsummed = others.flatMap(countersOf).toReversed();
        expect(JSON.stringify(counted(others))).toBe(JSON.stringify(counted(counts)));
        expect(tablesOf(unsummed, AGENCIES, year, '2021')).toEqual(tablesOf(counted(counts), AGENCIES, year, '2021'));
      }),
    );
  });

  it('keep the balance printed in the form, 一 + 二 = （七） + 四, per column', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, (counts, year, form) => {
        const { table3 } = tablesOf(counted(counts), AGENCIES, year, form);
        for (let column = 0; column < 7; column++) {
          const cell = (row: ReturnType<typeof table3Rows>[number]) => table3[row]![column]!;
          expect(cell('new') + cell('carriedIn')).toBe(cell('resolvedTotal') + cell('carriedOut'));
        }
      }),
    );
  });

  it('carry into a year what they carried out of the year before', () => {
    fc.assert(
      fc.property(caseCounts, fc.constantFrom(2022, 2023, 2024), (counts, year) => {
        const counters = counted(counts);
        const carriedOut = tablesOf(counters, AGENCIES, year, '2021').table3.carriedOut;
        expect(tablesOf(counters, AGENCIES, year + 1, '2021').table3.carriedIn).toEqual(carriedOut);
      }),
    );
  });

  it('of agencies together are the sum of the tables of each', () => {
    fc.assert(
      fc.property(caseCounts, someYear, someForm, (counts, year, form) => {
        const counters = counted(counts);
        const each = AGENCIES.map((agency) => tablesOf(counters, [agency], year, form));
        expect(addTables(each)).toEqual(tablesOf(counters, AGENCIES, year, form));
      }),
    );
  });

  it('in the 2019 form differ from the 2021 form in （六） only, which is one row', () => {
    fc.assert(
      fc.property(caseCounts, someYear, (counts, year) => {
        const [old, now] = (['2019', '2021'] as const).map(
          (form) => tablesOf(counted(counts), AGENCIES, year, form).table3,
        );
        const { 'other.all': other, ...rest } = old!;
        expect(now).toMatchObject(rest);
        const sum = [0, 1, 2, 3, 4, 5, 6].map((column) =>
          resultRows('2021')
            .filter((row) => row.startsWith('other.'))
            .reduce((total, row) => total + now![row]![column]!, 0),
        );
        expect(other).toEqual(sum);
      }),
    );
  });

  it('have the rows of their form in its order', () => {
    const of = (form: '2019' | '2021'): Tables => tablesOf([], [], 2022, form);
    expect(Object.keys(of('2021').table3)).toEqual([...table3Rows('2021')]);
    expect(Object.keys(of('2019').table3)).toEqual([...table3Rows('2019')]);
    expect([table3Rows('2021').length, table3Rows('2019').length]).toEqual([25, 23]);
  });

  it('show a matter as 尚未审结 in every year it is open and once more with its result', () => {
    const review = (year: number) => tablesOf(countersOf(pending), ['town-1'], year, '2021').table4.review;
    expect([2022, 2023, 2024, 2025, 2026].map(review)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 1, 1],
      [0, 0, 0, 1, 1],
      [0, 1, 0, 0, 1],
      [0, 0, 0, 0, 0],
    ]);
  });

  it('leave out a co-defendant suit that counts for the original agency', () => {
    const remedies = pending.remedies.map((remedy) => ({ ...remedy, counted: false }));
    expect(tablesOf(countersOf({ ...pending, remedies }), ['town-1'], 2023, '2021').table4.review).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });
});

describe('difference of two counts', () => {
  it('takes the counters from the one to the other', () => {
    fc.assert(
      fc.property(caseCounts, (counts) => {
        const states = [null, ...counts, null];
        const steps = states.slice(1).flatMap((after, index) => difference(states[index]!, after));
        expect(sumCounters(steps)).toEqual([]);
        const grown = states.slice(1, -1).flatMap((after, index) => difference(states[index]!, after));
        expect(sumCounters(grown)).toEqual(sumCounters(countersOf(counts.at(-1) ?? null)));
      }),
    );
  });

  it('is empty when nothing that counts changed', () => {
    expect(difference(pending, { ...pending, proposedRow: 'partial', closedRevision: 9 })).toEqual([]);
  });

  it('moves a case between columns in every counter that it is in', () => {
    const moved = difference(pending, { ...pending, applicantKind: 'other' });
    expect(moved.map(({ year, item, column, value }) => [year, item, column, value])).toEqual([
      [2023, 'granted', 'natural-person', -1],
      [2023, 'granted', 'other', 1],
      [2023, 'new', 'natural-person', -1],
      [2023, 'new', 'other', 1],
    ]);
  });
});

describe('adding tables', () => {
  it('refuses tables of different forms, and no tables', () => {
    const of = (form: '2019' | '2021') => tablesOf([], [], 2022, form);
    expect(() => addTables([of('2019'), of('2021')])).toThrow('different forms');
    expect(() => addTables([])).toThrow('no tables');
  });
});
