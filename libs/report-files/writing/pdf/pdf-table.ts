import { figureSize, PAGE, rowsOf, SIZES, type CellKind, type PlacedCell, type TableBlock } from '#annual-report';
import type { Content, TableLayout } from 'pdfmake';
import { points } from './points.js';

const LINE_WIDTH = 0.75;
const PADDING = points(0.4);

const LAYOUT: TableLayout = {
  hLineWidth: () => LINE_WIDTH,
  vLineWidth: () => LINE_WIDTH,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** Beyond this a text in a cell may take more than a page, which cannot be kept together. */
const LONG = 200;

const ALIGN: Readonly<Record<CellKind, 'left' | 'center'>> = {
  head: 'center',
  note: 'left',
  group: 'center',
  label: 'left',
  figure: 'center',
};

/** A table of the form: merged cells, heads repeated on a further page, no row over two pages. */
export function pdfTable({ table, grid }: TableBlock, show: (text: string) => string): Content {
  const size = table === 2 ? SIZES.table2 : SIZES.table;
  const figures = figureSize(grid, size);
  const width = points(PAGE.textWidth) - LINE_WIDTH;
  const body = rowsOf(grid).map(() => Array<Content>(grid.columns).fill({}));
  for (const cell of grid.cells) {
    const row = body[cell.row];
    if (row) row[cell.column] = cellContent(cell, cell.kind === 'figure' ? figures : size, show);
  }
  return {
    table: {
      widths: grid.shares.map((share) => (share * width) / 1000 - 2 * PADDING - LINE_WIDTH),
      heights: table === 2 ? 17 : 13,
      headerRows: grid.headRows,
      keepWithHeaderRows: grid.headRows > 0 ? 1 : 0,
      dontBreakRows: true,
      body,
    },
    layout: LAYOUT,
    margin: [0, 4, 0, 12],
  };
}

/** Whether the table is short enough to stand on one page, as it always is with figures and labels of the form. */
export function fitsOnePage({ grid }: TableBlock): boolean {
  return grid.cells.every(({ text }) => text.length <= LONG);
}

function cellContent(
  { kind, lines, rows, columns }: PlacedCell,
  size: number,
  show: (text: string) => string,
): Content {
  return {
    text: lines.map(show).join('\n'),
    fontSize: size / 2,
    lineHeight: TABLE_LINE,
    alignment: ALIGN[kind],
    verticalAlignment: 'middle',
    ...(rows > 1 && { rowSpan: rows }),
    ...(columns > 1 && { colSpan: columns }),
  };
}

/** Of the height of a line that the typeface itself asks for. */
const TABLE_LINE = 0.92;
