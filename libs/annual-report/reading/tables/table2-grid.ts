import type { ReportForm } from '#agency';
import type { GridCell } from '../document.js';
import { isFigure } from '../figures/cell-text.js';
import { columnsUnder, textsIn } from '../rows/grid-columns.js';
import type { Slot } from '../rows/slot.js';
import { columnsOf } from '../stream/grid-table.js';
import type { GridRow, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { rowOf } from '../text/labels.js';
import { columnsOfRow, partsOfForm, TABLE2_LABELS, type ReadRow } from './table2-labels.js';

/** The figures in a row of a grid: under the heads of their part, or as many as the row has columns. */
export function slotsOfGridRow(item: GridRow, items: readonly Item[], form: ReportForm): readonly Slot<ReadRow>[] {
  const cells = item.table.row(item.row);
  const firstFigure = cells.findIndex(({ text }) => isFigure(text));
  const named = firstFigure < 0 ? cells.slice(0, 1) : cells.slice(0, firstFigure);
  const label = named.findLast(({ text }) => hanOf(text) !== '');
  const row = label === undefined ? null : rowOf(label.text, TABLE2_LABELS[form], 'cell');
  const right = cells.filter(({ column }) => column > (label === undefined ? -1 : columnsOf(label).to));
  const shown = { row, words: label?.text ?? '', text: item.text, place: item.place };
  if (row !== null) {
    const texts = textsOfRow(right, row, item, items, form);
    return [{ ...shown, cells: texts, reason: texts === null ? '数字与列对不上' : '' }];
  }
  return firstFigure < 0 ? [] : [{ ...shown, cells: filledOf(right).map(({ text }) => text), reason: '' }];
}

function textsOfRow(
  cells: readonly GridCell[],
  row: ReadRow,
  item: GridRow,
  items: readonly Item[],
  form: ReportForm,
): readonly string[] | null {
  const filled = filledOf(cells);
  const width = columnsOfRow(form, row).length;
  if (filled.length === width) return filled.map(({ text }) => text);
  if (item.table.drawn !== null) return textsInOrder(cells, width, item.table.filled !== null);
  const heads = partsOfForm(form).find((part) => part.rows.some(({ id }) => id === row))?.heads ?? [];
  const above = headAbove(item, items);
  const once = above === undefined ? [] : withoutRepeats(filled, above.table.row(above.row));
  if (once.length === width) return once;
  const labels = heads.map((head) => [head]);
  const columns = above === undefined ? null : columnsUnder(labels, item.table, [above.row]);
  const texts = columns && textsIn(columns, cells, () => false);
  return texts ?? (filled.length === 0 && width === 1 ? [''] : null);
}

/** The first cells, in a table that was drawn in text: those behind them are blank, and stand for columns that merged cells took. */
function textsInOrder(cells: readonly GridCell[], width: number, isFilledBehind: boolean): readonly string[] | null {
  const texts = cells.map(({ text }) => text);
  const isFirst = texts.length === width || isFilledBehind || texts[0]?.trim() !== '';
  const isWhole = texts.length >= width && texts.slice(width).every((text) => text.trim() === '');
  if (isFirst && isWhole) return texts.slice(0, width);
  return width === 1 && cells.length > 0 && filledOf(cells).length === 0 ? [''] : null;
}

function filledOf(cells: readonly GridCell[]): readonly GridCell[] {
  return cells.filter(({ text }) => text.trim() !== '');
}

/** The texts of cells, each merged cell once where a program repeated it in every column that it takes: its head is repeated likewise. */
function withoutRepeats(cells: readonly GridCell[], heads: readonly GridCell[]): readonly string[] {
  const headOf = ({ column }: GridCell) => hanOf(heads.find((head) => head.column === column)?.text ?? '');
  return cells.flatMap((cell, at) => {
    const before = cells[at - 1];
    const isRepeated =
      before?.column === cell.column - 1 &&
      before.text === cell.text &&
      headOf(before) === headOf(cell) &&
      headOf(cell) !== '';
    return isRepeated ? [] : [cell.text];
  });
}

/** The nearest row above in the same grid that names columns. */
function headAbove(item: GridRow, items: readonly Item[]): GridRow | undefined {
  return items.findLast(
    (one): one is GridRow =>
      one.kind === 'row' &&
      one.table === item.table &&
      one.row < item.row &&
      /信息内容|数量|件数/.test(hanOf(one.text)),
  );
}
