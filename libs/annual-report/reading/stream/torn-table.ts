import type { Block, Grid, TextLine } from '../document.js';
import { isValue } from '../figures/cell-text.js';
import { isPageNumber } from '../figures/line-parts.js';
import { GridTable } from './grid-table.js';
import { titleOf } from './sections.js';

/** Fewer lines than this are no table with a line for every cell. */
const FEWEST_LINES = 6;

/** A line without a pipe that is longer than this is no part of a cell. */
const LONGEST_PART = 60;

/**
 * Tables between pipes whose rows were torn into a line for each cell, as programs write them that take every paragraph of a cell for a
 * line: `规章 |`, `0 |`, `|`. A row is words and what follows them up to the next words. Every cell still ends with its pipe, so that
 * blanks are told; more of them may stand behind a row, in the place of columns that merged cells took. Any other lines are passed on.
 */
export function withTornTables(blocks: readonly Block[]): readonly (Block | GridTable)[] {
  const result: (Block | GridTable)[] = [];
  let run: TextLine[] = [];
  const finish = () => {
    if (isTorn(run)) result.push(tableOf(run));
    else result.push(...run);
    run = [];
  };
  blocks.forEach((block, at) => {
    if (isOfTable(block, blocks[at + 1], run.length > 0)) run.push(block);
    else {
      finish();
      result.push(block);
    }
  });
  finish();
  return result;
}

/** A line with a pipe, or a part of a cell that goes on, or ends with its pipe, on the next line. */
function isOfTable(block: Block, next: Block | undefined, isWithin: boolean): block is TextLine {
  if (block.kind !== 'line') return false;
  if (hasPipe(block)) return true;
  if (next?.kind !== 'line' || !hasPipe(next) || /[。；？！]/.test(block.text)) return false;
  if (isPageNumber(block.text)) return isWithin;
  const isPart = block.text.length <= LONGEST_PART && titleOf(block.text) === null;
  return isPart && (isWithin || next.text.trimStart().startsWith('|'));
}

function hasPipe({ text, pieces }: TextLine): boolean {
  return pieces === undefined && text.includes('|');
}

/** Figures stand alone between pipes on their lines, none beside another or beside words. */
function isTorn(lines: readonly TextLine[]): boolean {
  const shown = lines.map(({ text }) => text.split('|').filter((cell) => cell.trim() !== ''));
  const withFigures = shown.filter((cells) => cells.some(isValue));
  const areAlone = withFigures.every((cells) => cells.length === 1);
  return lines.length >= FEWEST_LINES && withFigures.length > 0 && areAlone;
}

interface Row {
  readonly cells: string[];
  readonly line: TextLine;
  /** Columns that merged cells took, behind the cells. */
  fill: number;
  /** Cells that are no words. */
  others: number;
}

/** The pipes of columns that merged cells took, at the end of a row: behind that of its last cell, or on a line of their own. */
const FILL = /(?<=\|\s+)\|+\s*$|\|{2,}\s*$/;

function tableOf(lines: readonly TextLine[]): GridTable {
  const rows = rowsOf(lines);
  const cells = rows.flatMap((row, at) =>
    row.cells.map((text, column) => ({ row: at, column, rowSpan: 1, columnSpan: 1, text })),
  );
  const grid: Grid = { kind: 'grid', cells, place: lines[0]!.place };
  const places = rows.map(({ line }) => line.place);
  const isFilled = rows.some(({ fill }) => fill > 0);
  return new GridTable(grid, places, isFilled ? { uneven: unevenIn(rows) } : null);
}

/** Rows that are narrower or wider than both rows beside them: a cell was lost, or is too many. The last may lack what is behind it. */
function unevenIn(rows: readonly Row[]): ReadonlySet<number> {
  const widths = rows.map(({ cells, fill }) => cells.length + fill);
  const isEven = (at: number) => widths[at] === widths[at - 1] || widths[at] === widths[at + 1];
  return new Set(widths.keys().filter((at) => at < widths.length - 1 && !isEven(at)));
}

function rowsOf(lines: readonly TextLine[]): readonly Row[] {
  const rows: Row[] = [];
  // Where the first line begins with a pipe, so does every row: before its words stands one pipe more.
  const isOpened = lines[0]?.text.trimStart().startsWith('|') === true;
  let isEnd = true;
  let open = '';
  const endCell = (line: TextLine) => {
    const text = open.trim();
    open = '';
    const last = rows.at(-1);
    if (isOpened && isWords(text) && last?.cells.at(-1) === '') {
      last.cells.pop();
      last.others -= 1;
    }
    const isNew = last === undefined || isEnd || (isWords(text) && last.others > 0);
    const row = isNew ? { cells: [], line, fill: 0, others: 0 } : last;
    if (isNew) rows.push(row);
    row.cells.push(text);
    if (!isWords(text)) row.others += 1;
    isEnd = false;
  };
  for (const line of lines) {
    if (isPageNumber(line.text)) continue;
    const fill = FILL.exec(line.text)?.[0].trim().length ?? 0;
    const [first = '', ...others] = line.text.replace(FILL, '').split('|');
    open += `${first}\n`;
    for (const other of others) {
      endCell(line);
      open = other;
    }
    if (fill > 0) {
      if (open.trim() !== '') endCell(line);
      const row = rows.at(-1);
      if (row !== undefined) row.fill = fill;
      isEnd = true;
    }
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** Words with a figure on a line of its own among them are none: something got into the cell. */
function isWords(cell: string): boolean {
  return cell !== '' && !cell.split('\n').some(isValue);
}
