import { utils, write, type WorkSheet } from '@e965/xlsx';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { rowsOf } from './render-text.js';
import type { TestBlock, TestGrid } from './sheet-of-figures.js';

/** A Word file with merged cells. */
export async function toDocx(blocks: readonly TestBlock[]): Promise<Buffer> {
  const children = blocks.map((block) => ('line' in block ? new Paragraph(block.line) : docxTable(block.grid)));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function docxTable(grid: TestGrid): Table {
  const rows = rowsOf(grid).map((cells) => {
    const children = cells.map(({ rowSpan, columnSpan, text }) => {
      const paragraphs = text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
      return new TableCell({ rowSpan, columnSpan, children: paragraphs });
    });
    return new TableRow({ children });
  });
  return new Table({ rows });
}

/** A workbook: lines on a sheet of their own, then one sheet per table. Figures are numbers. */
export function toXlsx(blocks: readonly TestBlock[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book = utils.book_new();
  const lines = blocks.flatMap((block) => ('line' in block ? [[block.line]] : []));
  if (lines.length > 0) utils.book_append_sheet(book, utils.aoa_to_sheet(lines), '正文');
  const grids = blocks.flatMap((block) => ('grid' in block ? [block.grid] : []));
  grids.forEach((grid, index) => utils.book_append_sheet(book, sheetOf(grid), `表${String(index + 2)}`));
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

function sheetOf({ cells }: TestGrid): WorkSheet {
  const sheet: WorkSheet = {};
  for (const { row, column, text } of cells) {
    const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text);
    if (text !== '') {
      sheet[utils.encode_cell({ r: row, c: column })] = isNumber ? { t: 'n', v: Number(text) } : { t: 's', v: text };
    }
  }
  const [height, width] = [
    Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan)),
    Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan)),
  ];
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: height - 1, c: width - 1 } });
  sheet['!merges'] = cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => ({
      s: { r: row, c: column },
      e: { r: row + rowSpan - 1, c: column + columnSpan - 1 },
    }));
  return sheet;
}
