import type { SummedFigures } from '#statistics';
import { FORMS } from '../forms/forms.js';
import type { TableGrid } from '../layout/table-grid.js';
import { tableGrid } from '../layout/tables.js';
import { drawGrid } from './grid.js';
import { widthOf } from './width.js';

/** How figures are printed. */
export interface TextOptions {
  /** Decimals of amounts in 万元, 0 to 6, rounded half up; left out: exact, as few as it takes. */
  readonly decimals?: number;
}

/**
 * Tables 2, 3 and 4 in the official layout for a terminal in UTF-8, under the titles of their sections. At most 120 columns wide
 * while figures have no more than six digits in table 3 and four in table 4; longer ones widen the table, none is cut.
 */
export function renderTables(figures: SummedFigures, options: TextOptions = {}): string {
  const [, second, third, fourth] = FORMS[figures.form].sections;
  const [two, three, four] = ([2, 3, 4] as const).map((table) => tableGrid(figures, table, options.decimals));
  if (two === undefined || three === undefined || four === undefined) throw new TypeError('three tables');
  return [
    second,
    ...drawGrid(two.cells, table2Widths(two)),
    '',
    third,
    ...drawGrid(three.cells, [10, 10, 26, ...figureWidths(three, 3, 6)]),
    '',
    fourth,
    ...drawGrid(four.cells, figureWidths(four, 0, 4)),
    '',
  ].join('\n');
}

/** The columns of table 2 after the first share 83 columns of text, lines and margins included, whatever their number. */
function table2Widths({ columns }: TableGrid): readonly number[] {
  const slots = columns - 1;
  return [20, ...Array.from({ length: slots }, () => 84 / slots - 3)];
}

/** Columns of figures, all as wide as the longest figure needs. */
function figureWidths({ cells, columns }: TableGrid, labels: number, least: number): readonly number[] {
  const figures = cells.filter(({ kind }) => kind === 'figure');
  const width = Math.max(least, ...figures.map(({ text }) => widthOf(text)));
  return Array.from({ length: columns - labels }, () => width);
}
