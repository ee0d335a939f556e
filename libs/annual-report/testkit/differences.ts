import { allCells, cellKey, figureAt, type CellAddress, type YearFigures } from '#statistics';
import type { FigureRow, RowGroup } from '../forms/form.js';
import { FORMS } from '../forms/forms.js';
import type { Slots } from './slots.js';

/** Where tables read back differ from the figures, each cell found by its labels; empty: nothing is lost and nothing made up. */
export function differences(
  figures: YearFigures,
  [two = [], three = [], four = []]: readonly Slots[],
): readonly string[] {
  const form = FORMS[figures.form];
  const place = (
    cell: CellAddress,
  ): readonly [shown: string | undefined, label: string | undefined, wanted: string] => {
    switch (cell.table) {
      case 2: {
        const part = form.table2.find(({ rows }) => rows.some(({ id }) => id === cell.row));
        const row = part?.rows.find(({ id }) => id === cell.row);
        const line = two.find(([label]) => label === row?.label) ?? [];
        const columns = row?.columns ?? [];
        const slots = (line.length - 1) / columns.length;
        return [line[1 + columns.indexOf(cell.column) * slots], line[0], row?.label ?? ''];
      }
      case 3: {
        const leaves = form.table3.rows.flatMap(leavesOf);
        const index = leaves.findIndex(({ id }) => id === cell.row);
        const line = three[3 + index] ?? [];
        return [line[3 + columnsOf3.indexOf(cell.column)], line[2], leaves[index]?.label ?? ''];
      }
      case 4: {
        const column = form.table4.blocks.indexOf(cell.block) * 5 + columnsOf4.indexOf(cell.column);
        return [four[3]?.[column], four[2]?.[column], HEADS4[cell.column] ?? ''];
      }
    }
  };
  return allCells(figures.form).flatMap((cell) => {
    const [shown, label, wanted] = place(cell);
    const figure = figureAt(figures, cell) ?? null;
    const same = figure === null ? shown === '' : shown !== '' && Number(shown) === figure;
    return same && label === wanted
      ? []
      : [`${cellKey(cell)}: ${String(figure)} as ${String(shown)} at ${String(label)}`];
  });
}

const columnsOf3 = [
  'natural-person',
  'commercial-enterprise',
  'research-institution',
  'public-interest-organisation',
  'legal-service-agency',
  'other',
  'total',
];
const HEADS4: Readonly<Record<string, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
};
const columnsOf4 = Object.keys(HEADS4);

function leavesOf(row: FigureRow | RowGroup): readonly FigureRow[] {
  return 'rows' in row ? row.rows.flatMap(leavesOf) : [row];
}
