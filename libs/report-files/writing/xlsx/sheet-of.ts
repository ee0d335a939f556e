import { rowsOf, spreadsheetText, type CellKind, type PlacedCell, type TableBlock } from '#annual-report';
import type { CellObject, Row, Sheet } from 'write-excel-file/node';

/** What stands over every table. */
export interface Caption {
  readonly title: string;
  readonly status: string;
}

/** Columns of text on an A4 page in the type size of the tables. */
const PAGE_COLUMNS = 92;

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
    over(section, { fontSize: 12, fontWeight: 'bold', height: 20 }),
  ];
  const rows = rowsOf(grid).map((cells): Row => {
    const row = Array<CellObject | null>(grid.columns).fill(null);
    for (const cell of cells) row[cell.column] = { ...contentOf(cell), ...styleOf(cell) };
    return row;
  });
  return {
    sheet: section,
    columns: grid.shares.map((share) => ({ width: Math.max(5, Math.round((share * PAGE_COLUMNS) / 1000)) })),
    data: [...captions, ...rows],
  };
}

/** A number as a number, text as text that is never executed, an unknown figure as an empty cell. */
function contentOf({ text, figure, decimals }: PlacedCell): CellObject {
  if (figure === null || (figure === undefined && text === '')) return {};
  if (figure === undefined) return { value: spreadsheetText(text), type: String };
  return { value: figure, type: Number, ...(decimals && { format: `0.${'0'.repeat(decimals)}` }) };
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
