import {
  brokenGrid,
  rowsOf,
  spreadsheetText,
  widthOf,
  type CellKind,
  type PlacedCell,
  type TableBlock,
  type TableGrid,
} from '#annual-report';
import type { CellObject, Row, Sheet } from 'write-excel-file/node';

/** What stands over every table. */
export interface Caption {
  readonly title: string;
  readonly status: string;
  /** What the figures lack. */
  readonly notices: readonly string[];
}

/** Columns of text that the labels before the figures share out, by their part of the table. */
const PAGE_COLUMNS = 92;

/** Thousandths of the table under which a column has heads of two characters a line. */
const NARROW = 90;

/** Room for two Chinese characters or five digits, in columns of text. */
const NARROWEST = 6;

/** Of a line of text and around it, in points. */
const LINE = 13;
const AROUND = 5;

/** No row may be higher, in points. */
const HIGHEST = 409;

const ALIGN: Readonly<Record<CellKind, 'left' | 'center'>> = {
  head: 'center',
  note: 'left',
  group: 'center',
  label: 'left',
  figure: 'center',
};

/** One table as a sheet: title of the report, its status, title of the section, the table. */
export function sheetOf(caption: Caption, section: string, { grid }: TableBlock): Sheet<Buffer> {
  const over = (text: string, style: CellObject): Row => [
    { ...style, value: spreadsheetText(text), type: String, columnSpan: grid.columns },
    ...Array<null>(grid.columns - 1).fill(null),
  ];
  const captions = [
    over(caption.title, { fontSize: 14, fontWeight: 'bold', align: 'center', height: 26, wrap: true }),
    over(caption.status, { align: 'center' }),
    ...caption.notices.map((text) => over(text, { align: 'left', wrap: true, height: heightOf(text) })),
    over(section, { fontSize: 12, fontWeight: 'bold', height: 20 }),
  ];
  const widths = widthsOf(grid);
  const { rowLines } = brokenGrid(grid, ({ column, columns }) =>
    Math.floor(widths.slice(column, column + columns).reduce((sum, width) => sum + width, -1)),
  );
  const rows = rowsOf(grid).map((cells, index): Row => {
    const height = Math.min(HIGHEST, (rowLines[index] ?? 1) * LINE + AROUND);
    const row = Array<CellObject | null>(grid.columns).fill(null);
    for (const cell of cells) row[cell.column] = { ...contentOf(cell), ...styleOf(cell), height };
    return row;
  });
  return {
    sheet: section,
    columns: widths.map((width) => ({ width })),
    data: [...captions, ...rows],
  };
}

/** Room for running text over the whole table. */
function heightOf(text: string): number {
  return Math.min(HIGHEST, Math.ceil(widthOf(text) / (PAGE_COLUMNS - 2)) * LINE + AROUND);
}

/** A figure is wholly seen: a spreadsheet prints ### in the place of a number for which there is no room. */
function widthsOf({ cells, shares }: TableGrid): readonly number[] {
  return shares.map((share, column) => {
    const figures = cells.filter((cell) => cell.kind === 'figure' && cell.column === column && cell.columns === 1);
    const longest = Math.max(0, ...figures.map(({ text }) => text.length));
    return Math.max(NARROWEST, longest > 5 ? longest + 1 : 0, share < NARROW ? 0 : (share * PAGE_COLUMNS) / 1000);
  });
}

/** A number as a number, text as text that is never executed, an unknown figure as an empty cell. */
function contentOf({ text, lines, figure, decimals }: PlacedCell): CellObject {
  if (figure === null || (figure === undefined && text === '')) return {};
  if (figure === undefined) return { value: spreadsheetText(lines.join('\n')), type: String };
  return { value: figure, type: Number, ...(decimals !== undefined && { format: formatOf(decimals) }) };
}

/** `0.0000`, as spreadsheets write it. */
function formatOf(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function styleOf({ kind, rows, columns }: PlacedCell): CellObject {
  return {
    align: ALIGN[kind],
    alignVertical: 'center',
    wrap: kind !== 'figure',
    borderStyle: 'thin',
    ...(rows > 1 && { rowSpan: rows }),
    ...(columns > 1 && { columnSpan: columns }),
  };
}
