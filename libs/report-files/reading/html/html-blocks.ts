import type { Block, Grid, Piece } from '#annual-report';
import { Budget } from '../budget.js';
import { collapsed, shown } from './html-text.js';
import { cellsOf, rowsOf } from './html-table.js';
import { realTables } from './layout-tables.js';
import { parseHtml, type HtmlNode } from './parse-html.js';
import { classesOf, isPlacedPage, placedLines } from './placed-text.js';

/**
 * What a page shows: a line for every paragraph or `<br>`, a grid for every table. A table that is there for the layout, because it
 * holds others, is seen through; a page whose texts are put at places is read line by line as it is seen. Places count lines and tables as somebody would who looks at the page.
 */
export function htmlBlocks(html: string): readonly Block[] {
  const page = parseHtml(html);
  const tables = realTables(page);
  const classes = classesOf(page);
  const budget = new Budget();
  const blocks: Block[] = [];
  let line: string[] = [];
  let lines = 0;
  let grids = 0;
  const addLine = (content: { readonly text: string; readonly pieces?: readonly Piece[] }) => {
    budget.takeLine();
    blocks.push({ kind: 'line', ...content, place: `正文第 ${String(++lines)} 段` });
  };
  const endLine = () => {
    const text = collapsed(line);
    line = [];
    if (text.trim() !== '') addLine({ text });
  };
  for (const step of shown(page, (node) => tables.has(node) || isPlacedPage(node))) {
    if (step.kind === 'text') line.push(step.text);
    else endLine();
    if (step.kind !== 'whole') continue;
    if (isPlacedPage(step.node)) placedLines(step.node, classes).forEach(addLine);
    else blocks.push(gridOf(step.node, ++grids, budget));
  }
  endLine();
  return blocks;
}

function gridOf(table: HtmlNode, number: number, budget: Budget): Grid {
  return { kind: 'grid', cells: cellsOf(rowsOf(table), budget), place: `第 ${String(number)} 个表` };
}
