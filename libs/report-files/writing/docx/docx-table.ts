import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
} from 'docx';
import { figureSize, PAGE, rowsOf, SIZES, type CellKind, type PlacedCell, type TableBlock } from '#annual-report';
import { FACES } from './docx-styles.js';

/** Twentieths of a point in a thousand millimetres. */
const TWIPS = 56_693;

const ALIGN: Readonly<Record<CellKind, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  head: AlignmentType.CENTER,
  note: AlignmentType.LEFT,
  group: AlignmentType.CENTER,
  label: AlignmentType.LEFT,
  figure: AlignmentType.CENTER,
};

/** A table of the form: merged cells, heads repeated on a further page, no row over two pages, all on one page if it can be. */
export function docxTable({ table, grid }: TableBlock): Table {
  const size = table === 2 ? SIZES.table2 : SIZES.table;
  const rowHeight = table === 2 ? 400 : 330;
  const figures = figureSize(grid, size);
  const widths = grid.shares.map((share) => Math.floor((share * PAGE.textWidth * TWIPS) / 1_000_000));
  const rows = rowsOf(grid);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    columnWidths: widths,
    margins: { top: 20, bottom: 20, left: 40, right: 40 },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          children: cells.map((cell) =>
            tableCell(cell, widths, cell.kind === 'figure' ? figures : size, size * 13 + 6),
          ),
          cantSplit: true,
          tableHeader: row < grid.headRows,
          keepNext: row < rows.length - 1,
          height: { value: rowHeight, rule: HeightRule.ATLEAST },
        }),
    ),
  });
}

function tableCell(cell: PlacedCell, widths: readonly number[], size: number, line: number): TableCell {
  const { kind, lines, column, columns, rows } = cell;
  const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
  const runs = lines.map(
    (text, index) => new TextRun({ text, font: FACES.table, size, ...(index > 0 && { break: 1 }) }),
  );
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    width: { size: width, type: 'dxa' },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: ALIGN[kind],
        spacing: { line, lineRule: 'exact', before: 0, after: 0 },
        children: runs,
      }),
    ],
  });
}
