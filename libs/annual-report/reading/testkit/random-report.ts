import { TABLE3_COLUMNS, table3Rows, TABLE4_CELLS, type Table3Row } from '#statistics';
import type { Choices } from './choices.js';

/** How （六）其他处理 and table 2 are printed. */
export type Variant = '2021' | '2021-one-row' | '2019';

/** What a rendered report says: the truth that reading is compared with. `null` is a blank. */
export interface RenderedReport {
  readonly variant: Variant;
  readonly table3: ReadonlyMap<Table3Row, readonly (number | null)[]>;
  readonly table4: readonly (number | null)[];
}

/** Random figures, small and large, with blanks where asked for. */
export function randomReport(choices: Choices, blanks: 'none' | 'some' | 'organisations'): RenderedReport {
  const variant = choices.of(['2021', '2021-one-row', '2019'] as const);
  const figure = () => choices.of([0, 0, 0, choices.below(10), choices.below(100), choices.below(20_000)]);
  const cell = (column: number) => {
    if (blanks === 'organisations') return column > 0 && column < TABLE3_COLUMNS.length - 1 ? null : figure();
    return blanks === 'some' && choices.once(8) ? null : figure();
  };
  const rows = table3Rows(variant === '2021' ? '2021' : '2019');
  return {
    variant,
    table3: new Map(rows.map((row) => [row, TABLE3_COLUMNS.map((_, column) => cell(column))])),
    table4: TABLE4_CELLS.map(() => (blanks === 'some' && choices.once(8) ? null : figure())),
  };
}
