import {
  brokenGrid,
  figureSize,
  PAGE,
  shareOf,
  SIZES,
  type CellKind,
  type PlacedCell,
  type TableBlock,
} from '#annual-report';
import type { Content, TableLayout } from 'pdfmake';
import { points } from './points.js';

const BORDER = 0.75;
const PADDING = { side: points(0.4), above: 2, below: 2 };

const LAYOUT: TableLayout = {
  hLineWidth: () => BORDER,
  vLineWidth: () => BORDER,
  paddingLeft: () => PADDING.side,
  paddingRight: () => PADDING.side,
  paddingTop: () => PADDING.above,
  paddingBottom: () => PADDING.below,
};

const ALIGN: Readonly<Record<CellKind, 'left' | 'center'>> = {
  head: 'center',
  note: 'left',
  group: 'center',
  label: 'left',
  figure: 'center',
};

/** From line to line, in parts of the type size. */
const LINE = 1.25;

/** Columns of a table without borders and padding, in points. */
const TABLE_WIDTH = points(PAGE.textWidth) - BORDER;

/**
 * Longest text in a cell, other than the labels of the form and figures, with which the table is sure to fit on a page. The engine drops
 * what is to be kept together and does not fit, so only what is sure to fit is kept together.
 */
const LONGEST_FREE_TEXT = 30;

/**
 * A table of the form: merged cells, heads repeated on a further page, no row over two pages where it fits on one. Lines are broken here, so that the height
 * of every row is known and text stands in the middle of its cell; the engine cannot do that for merged cells.
 */
export function pdfTable({ table, grid }: TableBlock, show: (text: string) => string): Content {
  const size = (table === 2 ? SIZES.table2 : SIZES.table) / 2;
  const figures = figureSize(grid, size * 2) / 2;
  const shown = { ...grid, cells: grid.cells.map((cell) => ({ ...cell, lines: cell.lines.map(show) })) };
  const inner = (cell: PlacedCell) => (shareOf(cell, grid.shares) * TABLE_WIDTH) / 1000 - 2 * PADDING.side - BORDER;
  const broken = brokenGrid(shown, (cell) => Math.floor((inner(cell) * 2) / size));
  const heights = broken.rowLines.map((lines) => lines * size * LINE);
  const body = heights.map(() => Array<Content>(grid.columns).fill({}));
  for (const cell of broken.grid.cells) {
    const row = body[cell.row];
    const type = cell.kind === 'figure' ? figures : size;
    if (row) row[cell.column] = cellContent(cell, type, heightOf(cell, heights) - cell.lines.length * type * LINE);
  }
  return {
    table: {
      widths: grid.shares.map((share) => (share * TABLE_WIDTH) / 1000 - 2 * PADDING.side - BORDER),
      heights: (row) => heights[row] ?? 0,
      headerRows: grid.headRows,
      keepWithHeaderRows: grid.headRows > 0 ? 1 : 0,
      dontBreakRows: fitsOnePage({ grid }),
      body,
    },
    layout: LAYOUT,
    margin: [0, 4, 0, 12],
  };
}

/** Whether the table is sure to fit on one page, as it always is unless somebody wrote a long text into it. */
export function fitsOnePage({ grid }: Pick<TableBlock, 'grid'>): boolean {
  return grid.cells.every(
    ({ kind, figure, text }) => kind !== 'figure' || figure !== undefined || text.length <= LONGEST_FREE_TEXT,
  );
}

/** Height inside a cell: its rows, and the padding and borders between them. */
function heightOf({ row, rows }: PlacedCell, heights: readonly number[]): number {
  const between = (rows - 1) * (PADDING.above + PADDING.below + BORDER);
  return heights.slice(row, row + rows).reduce((sum, height) => sum + height, between);
}

function cellContent({ kind, lines, figure, rows, columns }: PlacedCell, size: number, free: number): Content {
  return {
    text: lines.join('\n'),
    fontSize: size,
    lineHeight: LINE,
    alignment: ALIGN[kind],
    noWrap: figure !== undefined,
    margin: [0, Math.max(0, free / 2), 0, 0],
    ...(rows > 1 && { rowSpan: rows }),
    ...(columns > 1 && { colSpan: columns }),
  };
}
