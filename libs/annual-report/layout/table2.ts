import { yuan10k } from '#agency';
import { figureAt, type SummedFigures } from '#statistics';
import type { Form, Table2FormRow, Table2Part } from '../forms/form.js';
import { fenOf } from './fen-of.js';
import { gridOf, sharesOf, type CellKind, type TableCell, type TableGrid } from './table-grid.js';

/** What a cell says, and the number behind it. */
type Content = Pick<TableCell, 'text' | 'figure' | 'decimals'>;

/** Of the width of the table, in thousandths. */
const LABEL_SHARE = 292;

/**
 * Table 2 in the official layout (DR 2.2): one part per item of Art. 20, one under the other, on as many columns as all of them
 * need together. `feeDecimals` are those of 万元; left out: exact.
 */
export function table2Grid(form: Form, figures: SummedFigures, feeDecimals?: number): TableGrid {
  const slots = form.table2.map(({ heads }) => heads.length - 1).reduce(leastCommonMultiple);
  let top = 0;
  const cells = form.table2.flatMap((part) => {
    const row = top;
    top += part.rows.length + 2;
    return partCells(part, row, slots, (of, column) => contentOf(figures, of, column, feeDecimals));
  });
  return gridOf(cells, { headRows: 0, shares: sharesOf([LABEL_SHARE], Array<number>(slots).fill(1)) });
}

type Fill = (row: Table2FormRow, column: Table2FormRow['columns'][number]) => Content;

function partCells({ item, heads, rows }: Table2Part, top: number, slots: number, fill: Fill): readonly TableCell[] {
  const line = (row: number, kinds: readonly [CellKind, CellKind], first: string, others: readonly Content[]) => {
    const columns = slots / others.length;
    return [
      { text: first, row, column: 0, rows: 1, columns: 1, kind: kinds[0] },
      ...others.map((content, index) => ({
        ...content,
        row,
        column: 1 + index * columns,
        rows: 1,
        columns,
        kind: kinds[1],
      })),
    ];
  };
  const [first = '', ...others] = heads;
  return [
    { text: item, row: top, column: 0, rows: 1, columns: slots + 1, kind: 'head' },
    ...line(
      top + 1,
      ['head', 'head'],
      first,
      others.map((text) => ({ text })),
    ),
    ...rows.flatMap((of, index) =>
      line(
        top + 2 + index,
        ['label', 'figure'],
        of.label,
        of.columns.map((column) => fill(of, column)),
      ),
    ),
  ];
}

/** A figure that nobody recorded stays blank: it is not 0. */
function contentOf(
  figures: SummedFigures,
  { id }: Table2FormRow,
  column: Table2FormRow['columns'][number],
  feeDecimals?: number,
): Content {
  if (column === 'amountText') {
    return { text: 'procurement' in figures.table2 ? (figures.table2.procurement.amountText ?? '') : '' };
  }
  const figure = figureAt(figures, { table: 2, row: id, column }) ?? null;
  if (figure === null) return { text: '', figure };
  if (column !== 'amount10k') return { text: String(figure), figure };
  return {
    text: yuan10k(fenOf(figure), feeDecimals),
    figure,
    ...(feeDecimals !== undefined && { decimals: feeDecimals }),
  };
}

function leastCommonMultiple(a: number, b: number): number {
  const divisor = (x: number, y: number): number => (y === 0 ? x : divisor(y, x % y));
  return (a / divisor(a, b)) * b;
}
