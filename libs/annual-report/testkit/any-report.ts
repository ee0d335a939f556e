import fc from 'fast-check';
import type { ReportForm } from '#agency';
import { TABLE3_COLUMNS, table3Rows, TABLE4_COLUMNS, type Figure, type YearFigures } from '#statistics';
import { CITY_2020, CITY_2025 } from './reports.js';

/** Of one digit or several, or unknown. */
const figure: fc.Arbitrary<Figure> = fc.oneof(fc.constant(null), fc.nat(9), fc.nat(9_999_999));
const known = fc.oneof(fc.nat(9), fc.nat(9_999_999));
const row = (length: number) => fc.array(figure, { minLength: length, maxLength: length });

/** Replaces every number of a table 2 by a figure, and every amount by one with cents. */
function table2(of: YearFigures['table2']): fc.Arbitrary<YearFigures['table2']> {
  const rows = Object.entries(of).map(([id, columns]) => {
    const cells = Object.entries(columns as Record<string, unknown>).map(([column, value]) => {
      if (typeof value === 'string') return [column, fc.constantFrom('123.4万元', '0万元', '')];
      if (column === 'amount10k') return [column, known.map((cents) => Number(`${String(cents)}e-2`))];
      return [column, column === 'change' ? known.map((value) => (value % 2 === 0 ? value : -value)) : figure];
    });
    return [id, fc.record(Object.fromEntries(cells) as Record<string, fc.Arbitrary<unknown>>)];
  });
  return fc.record(Object.fromEntries(rows) as Record<string, fc.Arbitrary<unknown>>) as unknown as fc.Arbitrary<
    YearFigures['table2']
  >;
}

/** Any figures in a form, blanks among them; they need not add up. */
export function anyFigures(form: ReportForm): fc.Arbitrary<YearFigures> {
  const pattern = form === '2021' ? CITY_2025 : CITY_2020;
  const rows = table3Rows(form).map((id) => [id, row(TABLE3_COLUMNS.length)] as const);
  const block = row(TABLE4_COLUMNS.length);
  return fc
    .record({
      table2: table2(pattern.table2),
      table3: fc.record(Object.fromEntries(rows)),
      table4: fc.record({ review: block, suitDirect: block, suitAfterReview: block }),
    })
    .map((tables) => ({ ...pattern, ...tables }) as YearFigures);
}

/** Any figures in either form. */
export const anyFiguresOfAnyForm: fc.Arbitrary<YearFigures> = fc.oneof(anyFigures('2021'), anyFigures('2019'));
