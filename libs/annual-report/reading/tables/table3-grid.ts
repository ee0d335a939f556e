import { TABLE3_COLUMN_LABELS, TABLE3_COLUMNS, type Table3Row } from '#statistics';
import type { GridCell } from '../document.js';
import { isFigure } from '../figures/cell-text.js';
import { DrawnCells } from '../rows/drawn-cells.js';
import { columnsUnder, textsIn } from '../rows/grid-columns.js';
import type { Slot } from '../rows/slot.js';
import { columnsOf, type Columns, type GridTable } from '../stream/grid-table.js';
import type { GridRow } from '../stream/item.js';
import { hanOf } from '../text/fold.js';
import { rowInFull, rowOf, type Labels } from '../text/labels.js';

const WIDTH = TABLE3_COLUMNS.length;

/** Heads of the seven columns, with wordings seen beside the official ones. */
const HEADS = TABLE3_COLUMNS.map((column) => {
  const label = hanOf(TABLE3_COLUMN_LABELS[column]);
  return column === 'total' ? [label, '合计'] : [label];
});

/** A row of the grid, its label told from what stands right of it. */
interface BodyRow {
  readonly row: Table3Row | null;
  readonly words: string;
  /** Last column of the label; -1 where there is none. */
  readonly end: number;
  /** Cells right of the labels. */
  readonly cells: readonly GridCell[];
  readonly item: GridRow;
}

/** Reads the rows of one grid that stand in table 3: figures by the heads over them, or by the columns that full rows have. */
export function slotsOfGrid(items: readonly GridRow[], labels: Labels<Table3Row>): readonly Slot<Table3Row>[] {
  const table = items[0]!.table;
  const body = bodyRows(items, labels);
  const found = columnMaps(table, items, body);
  const isByOrder = table.drawn !== null || found.length === 0 || found.some((map) => isShifted(body, map));
  const maps = isByOrder ? [] : found;
  const rows = body.map(({ cells }) => cells);
  const drawn = isByOrder ? new DrawnCells(rows, WIDTH, table.filled !== null) : null;
  const slots = body.flatMap((row) => slotOf(row, maps, table, drawn));
  const isTorn = slots.some(({ row }) => row === null);
  // Where labels and figures are torn apart, a row without figures may be half a label and not a blank row.
  return isTorn ? slots.filter(({ cells }) => cells?.some((text) => text.trim() !== '') !== false) : slots;
}

/** Labels of some rows stand where figures of others do, or figures before: merged cells shift what follows, only the order counts. */
function isShifted(body: readonly BodyRow[], map: readonly Columns[]): boolean {
  const first = Math.min(...map.map(({ from }) => from));
  return body.some(({ row, end, cells }) => {
    const figures = cells.filter(({ text }) => isFigure(text));
    return row !== null && figures.length > 0 && (end >= first || figures.some(({ column }) => column < first));
  });
}

/** Rows with figures, and rows with a label of their row where the others have theirs and nothing right of it. Heads are neither. */
function bodyRows(items: readonly GridRow[], labels: Labels<Table3Row>): readonly BodyRow[] {
  const found = items.map((item) => ({ item, ...labelIn(item, labels) }));
  const first = found.findIndex(({ row, isFilled }) => row !== null && isFilled);
  const labelEnd = Math.max(-1, ...found.flatMap(({ row, end, isFilled }) => (row !== null && isFilled ? [end] : [])));
  return found.flatMap(({ item, row, words, end, isFilled }, index) => {
    if (!isFilled && (index < first || end > labelEnd || !isInFull(words, row, labels))) return [];
    const from = item.table.drawn !== null || end >= 0 ? end : labelEnd;
    const cells = item.table.row(item.row).filter(({ column }) => column > from);
    return [{ row, words, end, cells, item }];
  });
}

interface FoundLabel {
  readonly row: Table3Row | null;
  readonly words: string;
  /** Last column that it takes; -1 where there is none. */
  readonly end: number;
  /** There are figures in the row. */
  readonly isFilled: boolean;
}

/** Half a label without figures is no blank row: its figures stand beside the other half. */
function isInFull(words: string, row: Table3Row | null, labels: Labels<Table3Row>): boolean {
  return row !== null && rowInFull(words, labels, 'line') === row;
}

/** Cells before the figures that may belong to the label; more are looked at in no row. */
const MOST_BEFORE = 16;

/** The label of a row: its last cell that names one; where cells hold pieces of it, all of them together. A number may stand before it. */
function labelIn({ table, row }: GridRow, labels: Labels<Table3Row>): FoundLabel {
  const [number, ...others] = table.row(row);
  const isDrawn = table.drawn !== null;
  const numbered = number !== undefined && isFigure(number.text) ? labelOf(others, labels, isDrawn) : null;
  return numbered?.row == null ? labelOf(table.row(row), labels, isDrawn) : numbered;
}

function labelOf(cells: readonly GridCell[], labels: Labels<Table3Row>, isDrawn: boolean): FoundLabel {
  const figures = cells.findIndex(({ text }) => isFigure(text));
  const isFilled = figures >= 0;
  const filled = (figures < 0 ? cells : cells.slice(0, figures)).filter(({ text }) => hanOf(text) !== '');
  const before = filled.slice(-MOST_BEFORE);
  const last = before.at(-1);
  if (last === undefined) return { row: null, words: '', end: -1, isFilled };
  const named = before.findLastIndex(({ text }) => rowOf(text, labels, 'cell') !== null);
  const words = wordsOf(before);
  const row = rowOf(before[named]?.text ?? words, labels, named < 0 ? 'line' : 'cell');
  // Words behind a label stand in the place of a figure where every cell counts; elsewhere they may be in a column of their own.
  const whole = before.findIndex((_, index) => isInFull(wordsOf(before.slice(0, index + 1)), row, labels));
  const isOfGroup = before
    .slice(named + 1)
    .some(({ text }) => [...hanOf(text)].every((one) => labels.mayStandBeside(one)));
  const at = named < 0 ? whole : isDrawn && !isOfGroup ? named : -1;
  return { row, words, end: columnsOf(before[at] ?? last).to, isFilled };
}

function wordsOf(cells: readonly GridCell[]): string {
  return cells.map(({ text }) => text).join('');
}

/** Every way to tell the columns that this grid offers. */
function columnMaps(
  table: GridTable,
  items: readonly GridRow[],
  body: readonly BodyRow[],
): readonly (readonly Columns[])[] {
  if (table.drawn !== null) return [];
  const first = body.find(({ row }) => row !== null)?.item;
  const heads = items.slice(0, first === undefined ? items.length : items.indexOf(first)).map(({ row }) => row);
  const labelEnd = Math.max(
    -1,
    ...body.flatMap(({ row, cells }) => (row === null || !cells[0] ? [] : [cells[0].column - 1])),
  );
  // Right of the labels, or without any label at all, just seven columns: these are the columns of figures.
  const isTail = table.width - labelEnd - 1 === WIDTH && (labelEnd >= 0 || body.every(({ words }) => words === ''));
  return [
    columnsUnder(HEADS, table, heads),
    columnsOfFullRows(body),
    isTail ? TABLE3_COLUMNS.map((_, index) => ({ from: labelEnd + 1 + index, to: labelEnd + 1 + index })) : null,
  ].filter((map) => map !== null);
}

/** The columns of rows that have a figure in each of seven columns, if all of these have them in the same. */
function columnsOfFullRows(body: readonly BodyRow[]): readonly Columns[] | null {
  const full = body.map(({ cells }) => cells.filter(({ text }) => text.trim() !== '')).filter(isFull);
  const maps = full.map((cells) => cells.map(columnsOf));
  return new Set(maps.map((map) => JSON.stringify(map))).size === 1 ? maps[0]! : null;
}

function isFull(cells: readonly GridCell[]): boolean {
  return cells.length === WIDTH && cells.every(({ text }) => isFigure(text));
}

function slotOf(
  body: BodyRow,
  maps: readonly (readonly Columns[])[],
  table: GridTable,
  drawn: DrawnCells | null,
): readonly Slot<Table3Row>[] {
  const { row, words, item, cells } = body;
  const filled = cells.filter(({ text }) => text.trim() !== '');
  if (row === null && !filled.some(({ text }) => isFigure(text))) return [];
  const isCovered = (column: number) => {
    const cell = table.at(item.row, column);
    return cell !== undefined && cell.row !== item.row;
  };
  const ways = maps.map((map) => textsIn(map, cells, isCovered)).filter((texts) => texts !== null);
  if (isFull(filled)) ways.push(filled.map(({ text }) => text));
  const inOrder = cells.length === WIDTH ? cells.map(({ text }) => text) : (drawn?.textsOf(cells) ?? null);
  if (inOrder !== null) ways.push(inOrder);
  const [texts = null, ...others] = ways;
  const shownBy = (way: readonly string[] | null) => way?.map((text) => text.trim()).join('\n');
  const isSame = others.every((other) => shownBy(other) === shownBy(texts));
  const shown = { row, words, text: item.text, place: item.place };
  if (table.filled?.uneven.has(item.row) === true)
    return [{ ...shown, cells: null, reason: '单元格的个数与相邻的行不同' }];
  if (texts !== null && isSame) return [{ ...shown, cells: texts, reason: '' }];
  if (filled.length === 0) return [];
  return [{ ...shown, cells: null, reason: texts === null ? '数字与列对不上' : '表头与数字所在的列不一致' }];
}
