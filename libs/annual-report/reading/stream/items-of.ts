import type { Block, Grid, ReportDocument, TextLine } from '../document.js';
import { partsOf } from '../figures/line-parts.js';
import { drawnRow, isRule } from './drawn-table.js';
import { extentsOf } from './extents.js';
import { GridTable } from './grid-table.js';
import type { Figures, Item } from './item.js';
import { piecesOfLongLine } from './long-line.js';
import { withTornTables } from './torn-table.js';

/** The document as a sequence of words, figures and rows, in the order of reading. */
export function itemsOf(document: ReportDocument): readonly Item[] {
  return stacked(withDrawnTables(withTornTables(document.blocks)).flatMap(itemsOfBlock));
}

/** Lines that follow each other and are cells between `|` or tabs, as one grid. */
function withDrawnTables(blocks: readonly (Block | GridTable)[]): readonly (Block | GridTable)[] {
  const result: (Block | GridTable)[] = [];
  let drawn: { lines: TextLine[]; rows: (readonly string[])[] } = { lines: [], rows: [] };
  const finish = () => {
    const [first] = drawn.lines;
    const places = drawn.lines.map(({ place }) => place);
    if (first !== undefined) result.push(new GridTable(gridOf(drawn.rows, first), places));
    drawn = { lines: [], rows: [] };
  };
  for (const block of blocks) {
    if (block instanceof GridTable || block.kind === 'grid') {
      finish();
      result.push(block);
      continue;
    }
    if (isRule(block.text)) continue;
    const cells = drawnRow(block.text);
    if (cells === null) {
      finish();
      result.push(block);
      continue;
    }
    drawn.lines.push(block);
    drawn.rows.push(cells);
  }
  finish();
  return result;
}

function gridOf(rows: readonly (readonly string[])[], first: TextLine): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
  return { kind: 'grid', cells, place: first.place };
}

function itemsOfBlock(block: Block | GridTable, at: number): readonly Item[] {
  if (block instanceof GridTable) return rowsOf(block);
  return block.kind === 'grid'
    ? rowsOf(new GridTable(block))
    : piecesOfLongLine(block).flatMap((line) => itemsOfLine(line, at));
}

function rowsOf(table: GridTable): readonly Item[] {
  return Array.from({ length: table.height }, (_, row): Item => {
    const text = table
      .row(row)
      .map((cell) => cell.text)
      .join(' ');
    return { kind: 'row', table, row, text, place: table.place(row) };
  });
}

function itemsOfLine(line: TextLine, at: number): readonly Item[] {
  const items: Item[] = [];
  let words = '';
  for (const part of partsOf(line.text)) {
    if (part.kind === 'text') {
      words = part.text;
      continue;
    }
    const extents = extentsOf(line, part.cells);
    const lines = part.cells.map(() => at);
    items.push({ kind: 'figures', text: words, cells: part.cells, stacked: false, lines, extents, place: line.place });
    words = '';
  }
  if (words === '') return items;
  return [...items, { kind: 'words', text: words, pieces: line.pieces ?? [], place: line.place }];
}

/** Single figures on lines that follow each other, as one. */
function stacked(items: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  for (const item of items) {
    const last = result.at(-1);
    if (last?.kind === 'figures' && isSingle(item) && (last.stacked || isSingle(last))) {
      const [cells, lines] = [
        [...last.cells, ...item.cells],
        [...last.lines, ...item.lines],
      ];
      result[result.length - 1] = { ...last, cells, lines, stacked: true };
    } else {
      result.push(item);
    }
  }
  return result;
}

function isSingle(item: Item): item is Figures {
  return item.kind === 'figures' && item.text === '' && item.cells.length === 1 && item.extents === null;
}
