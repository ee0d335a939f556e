import type { Block, Grid, TextLine } from '#annual-report';
import { htmlBlocks } from '../html/html-blocks.js';
import { hasPipe, HTML_TABLE, isUnderHeads, pipeCells } from './pipe-row.js';
import { textLines } from './text-lines.js';

/**
 * Markdown as lines, with tables in pipes and tables in HTML as grids. Tables are taken as they stand, however broken: rows may have
 * different numbers of cells, and a line of dashes anywhere makes the row above it the head of a new table. A line of prose with a pipe
 * in it stays a line.
 */
export function markdownBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let rest = text;
  let before = 0;
  for (let table = HTML_TABLE.exec(rest); table !== null; table = HTML_TABLE.exec(rest)) {
    const lines = textLines(rest.slice(0, table.index), before);
    before = before + lines.length - 1;
    const place = `第 ${String(before + 1)} 行`;
    blocks.push(...pipeBlocks(lines), ...htmlBlocks(table[0]).map((block) => ({ ...block, place })));
    before += textLines(table[0]).length - 1;
    rest = rest.slice(table.index + table[0].length);
  }
  return [...blocks, ...pipeBlocks(textLines(rest, before))];
}

function pipeBlocks(lines: readonly TextLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: TextLine[] = [];
  const endRun = () => {
    blocks.push(...(isTable(run) ? tablesOf(run) : run));
    run = [];
  };
  for (const line of lines) {
    if (hasPipe(line.text)) run.push(line);
    else {
      endRun();
      blocks.push(line);
    }
  }
  endRun();
  return blocks;
}

function isTable(run: readonly TextLine[]): boolean {
  return run.some(({ text }) => text.trimStart().startsWith('|') || isUnderHeads(text));
}

/** The tables in rows that follow each other without a gap. */
function tablesOf(rows: readonly TextLine[]): readonly Grid[] {
  const tables: TextLine[][] = [];
  rows.forEach((row, index) => {
    if (isUnderHeads(row.text)) return;
    const next = rows[index + 1];
    if (tables.length === 0 || (next !== undefined && isUnderHeads(next.text))) tables.push([]);
    tables.at(-1)?.push(row);
  });
  return tables.map(gridOf);
}

function gridOf(rows: readonly TextLine[]): Grid {
  const cells = rows.flatMap((line, row) =>
    pipeCells(line.text).map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
  return { kind: 'grid', cells, place: rows[0]?.place ?? '' };
}
