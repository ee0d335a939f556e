import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '#kernel';
import { countersAfter, entry } from '../../testkit/registers.js';
import { registerContribution } from '../register-counters.js';
import { DECISION_KINDS, DOCUMENT_KINDS, INVENTORY_KINDS } from '../register-item.js';
import type { Register, RegisterEntry } from '../register.js';
import { entriesBehind, isMoney, type RegisterFigure } from './entries-behind.js';
import { naiveTable2 } from './naive-table2.testkit.js';
import { sectionOneOf } from './section-one.js';
import { table2Of } from './table2.js';
import { yuan10k, yuan10kNumber } from './yuan10k.js';

describe('table 2', () => {
  it('is that of a real district: 2023 and 2024', () => {
    const documents = (on: string, kind: string, movement: string, count: number) =>
      entry('record-documents', { on, kind, movement, count });
    const decisions = (on: string, kind: string, count: number) => entry('record-decisions', { on, kind, count });
    const counters = countersAfter(
      documents('2023-01-01', 'regulations', 'opening', 0),
      documents('2023-01-01', 'normativeDocuments', 'opening', 10),
      documents('2023-08-01', 'normativeDocuments', 'repealed', 5),
      decisions('2023-12-31', 'licensing', 550),
      decisions('2023-12-31', 'penalty', 4119),
      decisions('2023-12-31', 'coercion', 195),
      entry('record-fees', { on: '2023-12-31', amountFen: 7_730_280_000 }),
      documents('2024-05-01', 'normativeDocuments', 'made', 3),
      entry('record-fees', { on: '2024-12-31', amountFen: 7_545_000_000 }),
    );
    expect(table2Of(counters, 2023, '2021')).toEqual({
      regulations: { made: 0, repealed: 0, inForce: 0 },
      normativeDocuments: { made: 0, repealed: 5, inForce: 5 },
      licensing: { decisions: 550 },
      penalty: { decisions: 4119 },
      coercion: { decisions: 195 },
      fees: { amount10k: 7730.28 },
    });
    expect(table2Of(counters, 2024, '2021')).toMatchObject({
      normativeDocuments: { made: 3, repealed: 0, inForce: 8 },
      fees: { amount10k: 7545 },
    });
  });

  it('without registers: nothing done, nothing known', () => {
    const unknown = { itemsLastYear: null, change: null };
    expect(table2Of([], 2023, '2021')).toEqual({
      regulations: { made: 0, repealed: 0, inForce: null },
      normativeDocuments: { made: 0, repealed: 0, inForce: null },
      licensing: { decisions: 0 },
      penalty: { decisions: 0 },
      coercion: { decisions: 0 },
      fees: { amount10k: 0 },
    });
    expect(table2Of([], 2020, '2019')).toEqual({
      regulations: { madeNew: 0, publishedNew: 0, publishedTotal: null },
      normativeDocuments: { madeNew: 0, publishedNew: 0, publishedTotal: null },
      licensing: { ...unknown, decisions: 0 },
      otherServices: { ...unknown, decisions: 0 },
      penalty: { ...unknown, decisions: 0 },
      coercion: { ...unknown, decisions: 0 },
      fees: unknown,
      procurement: { projects: 0, amountText: '0万元' },
    });
  });

  it('is what a ledger kept by hand, day by day, shows; in any order of entries and of registers', () => {
    fc.assert(
      fc.property(entriesOfThreeYears, fc.infiniteStream(fc.nat()), (entries, randoms) => {
        const shuffled = shuffle(shuffle(entries, randoms), randoms);
        for (const year of YEARS) {
          for (const form of ['2021', '2019'] as const) {
            const table = table2Of(countersOf(entries), year, form);
            expect(table).toEqual(naiveTable2(entries, year, form));
            expect(table2Of(shuffle(countersOf(shuffled), randoms), year, form)).toEqual(table);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is, figure by figure, what the entries behind it add up to', () => {
    fc.assert(
      fc.property(entriesOfThreeYears, (entries) => {
        const registers = registersOf(entries);
        for (const year of YEARS) {
          for (const form of ['2021', '2019'] as const) {
            const table = table2Of(countersOf(entries), year, form);
            for (const [row, columns] of Object.entries(table)) {
              for (const [column, value] of Object.entries(columns as Record<string, number | string | null>)) {
                const figure = { of: 'table2', row, column } as const;
                expect([row, column, recount(figure, entriesBehind(registers, year, figure))]).toEqual([
                  row,
                  column,
                  value,
                ]);
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('and section 一 are added up from their entries, channel by channel and category by category', () => {
    fc.assert(
      fc.property(entriesOfThreeYears, (entries) => {
        for (const register of registersOf(entries)) {
          const { total, channels } = sectionOneOf(registerContribution(register));
          const sum = (channel: string | null, category?: string | null) =>
            (
              entriesBehind([register], register.year, {
                of: 'sectionOne',
                channel,
                ...(category !== undefined && { category }),
              }) ?? []
            ).reduce((all, { amount }) => all + amount, 0);
          expect(sum(null)).toBe(total);
          for (const { channel, count, categories } of channels) {
            expect(sum(channel)).toBe(count);
            for (const one of categories) expect(sum(channel, one.category)).toBe(one.count);
          }
        }
      }),
    );
  });
});

function recount(figure: RegisterFigure, shares: ReturnType<typeof entriesBehind>): number | string | null {
  if (shares === null) return null;
  const sum = shares.reduce((total, { amount }) => total + amount, 0);
  if (!isMoney(figure)) return sum;
  return figure.of === 'table2' && figure.column === 'amountText' ? `${yuan10k(sum)}万元` : yuan10kNumber(sum);
}

const YEARS = [2019, 2020, 2021];

/** Few days, so that openings and movements meet. */
const days = fc.constantFrom<LocalDate>(
  ...YEARS.flatMap((year) => [`${year}-01-01`, `${year}-06-30`, `${year}-07-01`, `${year}-12-31`] as LocalDate[]),
);
const counts = fc.integer({ min: 1, max: 1_000 });
const movements = fc.constantFrom('opening', 'publishedOpening', 'made', 'repealed', 'published');

const anyEntry = fc.oneof(
  {
    weight: 3,
    arbitrary: entryOf('documents', { kind: fc.constantFrom(...DOCUMENT_KINDS), movement: movements, count: counts }),
  },
  entryOf('decisions', { kind: fc.constantFrom(...DECISION_KINDS), count: counts }),
  entryOf('fees', { amountFen: fc.integer({ min: 0, max: 1_000_000_000_000 }) }),
  entryOf('inventory', { kind: fc.constantFrom(...INVENTORY_KINDS), items: counts }),
  entryOf('procurement', { projects: counts, amountFen: fc.integer({ min: 0, max: 1_000_000_000_000 }) }),
  entryOf('publications', { channel: fc.constantFrom('网站', '公众号'), count: counts }),
  entryOf('publications', {
    channel: fc.constantFrom('网站', '公众号'),
    category: fc.constantFrom('党务', '财政'),
    count: counts,
  }),
);

/** What the rules of the register allow: one statement of a kind a day. */
const entriesOfThreeYears = fc
  .uniqueArray(fc.tuple(anyEntry, fc.nat()), { selector: statementOrNumber, maxLength: 40 })
  .map((numbered) => numbered.map(([entry], revision) => ({ ...entry, revision })));

function entryOf(type: string, fields: Record<string, fc.Arbitrary<unknown>>) {
  return fc.record({ on: days, ...fields }).map((data) => ({ type: `register.${type}-recorded`, data }));
}

function statementOrNumber([{ type, data }, number]: [Omit<RegisterEntry, 'revision'>, number]): string {
  const { on, kind, movement } = data;
  const isStatement = type === 'register.inventory-recorded' || String(movement).toLowerCase().includes('opening');
  return isStatement ? [type, kind, movement, on].join() : String(number);
}

function registersOf(entries: readonly RegisterEntry[]): readonly Register[] {
  const byYear = Map.groupBy(entries, ({ data }) => Number(data.on.slice(0, 4)));
  return [...byYear].map(([year, ofYear]) => ({ agency: 'bureau-1', year, entries: ofYear }));
}

function countersOf(entries: readonly RegisterEntry[]) {
  return registersOf(entries).map(registerContribution);
}

function shuffle<T>(items: readonly T[], randoms: fc.Stream<number>): T[] {
  const keyed = items.map((item) => ({ item, key: randoms.next().value ?? 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
