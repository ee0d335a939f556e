import fc from 'fast-check';
import type { Table2Of2021 } from '#agency';
import { TABLE3_COLUMNS, TABLE4_COLUMNS, table3Rows, type YearFigures } from '#statistics';

const figure = fc.oneof(fc.nat(9), fc.nat(20_000));
const row3 = fc.array(figure, { minLength: TABLE3_COLUMNS.length, maxLength: TABLE3_COLUMNS.length });
const row4 = fc.array(fc.oneof(fc.nat(9), fc.nat(9_999)), {
  minLength: TABLE4_COLUMNS.length,
  maxLength: TABLE4_COLUMNS.length,
});

/** A table 2 in the 2021 form; the fees are given in fen, 万元 with four decimals. */
export const TABLE2: Table2Of2021 = {
  regulations: { made: 1, repealed: 2, inForce: 3 },
  normativeDocuments: { made: 4, repealed: 5, inForce: null },
  licensing: { decisions: 550 },
  penalty: { decisions: 4119 },
  coercion: { decisions: 195 },
  fees: { amount10k: 7730.28 },
};

/** Any figures of a year in the 2021 form; they need not add up. */
export const yearFigures: fc.Arbitrary<YearFigures> = fc
  .record({
    table3: fc.tuple(...table3Rows('2021').map(() => row3)),
    review: row4,
    suitDirect: row4,
    suitAfterReview: row4,
  })
  .map(({ table3, ...table4 }) => ({
    agency: 'town-1',
    year: 2023,
    form: '2021',
    table2: TABLE2,
    table3: Object.fromEntries(table3Rows('2021').map((row, index) => [row, table3[index]!])),
    table4,
    published: { total: 0, channels: [] },
  }));
