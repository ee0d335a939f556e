import { yuan10k } from '#agency';
import { figureAt, type SummedFigures } from '#statistics';
import type { Form, Table2FormRow, Table2Part } from '../forms/form.js';
import { fenOf } from './fen-of.js';
import { drawGrid, type GridCell } from './grid.js';
import type { TextOptions } from './render-tables.js';

/** Columns of the grid: every part of the table has its own number of heads, and all fit into these. */
const WIDTHS = [20, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4];
const FIGURE_SLOTS = WIDTHS.length - 1;

/** Table 2 in the official layout (DR 2.2): one part per item of Art. 20, one under the other. */
export function renderTable2(form: Form, figures: SummedFigures, options: TextOptions): readonly string[] {
  const cells: GridCell[] = [];
  let row = 0;
  for (const part of form.table2) {
    cells.push(...partCells(part, row, (of, column) => printed(figures, of, column, options)));
    row += part.rows.length + 2;
  }
  return drawGrid(cells, WIDTHS);
}

type Print = (row: Table2FormRow, column: Table2FormRow['columns'][number]) => string;

function partCells({ item, heads, rows }: Table2Part, top: number, print: Print): readonly GridCell[] {
  const line = (
    row: number,
    [first = '', ...others]: readonly string[],
    align: GridCell['align'],
  ): readonly GridCell[] => {
    const columns = FIGURE_SLOTS / others.length;
    return [
      { text: first, row, column: 0, rows: 1, columns: 1, align: align === 'centre' ? 'centre' : 'left' },
      ...others.map((text, index) => ({ text, row, column: 1 + index * columns, rows: 1, columns, align })),
    ];
  };
  return [
    { text: item, row: top, column: 0, rows: 1, columns: WIDTHS.length, align: 'centre' },
    ...line(top + 1, heads, 'centre'),
    ...rows.flatMap((of, index) =>
      line(top + 2 + index, [of.label, ...of.columns.map((column) => print(of, column))], 'right'),
    ),
  ];
}

/** A figure that nobody recorded stays blank: it is not 0. */
function printed(
  figures: SummedFigures,
  { id }: Table2FormRow,
  column: Table2FormRow['columns'][number],
  options: TextOptions,
): string {
  if (column === 'amountText')
    return 'procurement' in figures.table2 ? (figures.table2.procurement.amountText ?? '') : '';
  const figure = figureAt(figures, { table: 2, row: id, column }) ?? null;
  if (figure === null) return '';
  return column === 'amount10k' ? yuan10k(fenOf(figure), options.decimals) : String(figure);
}
