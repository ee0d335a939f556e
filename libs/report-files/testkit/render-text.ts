import type { TestBlock, TestGrid } from './sheet-of-figures.js';

/** A whole page of HTML. */
export function toHtml(blocks: readonly TestBlock[]): Buffer {
  const body = blocks.map((block) => ('line' in block ? `<p>${escaped(block.line)}</p>` : htmlTable(block.grid)));
  return Buffer.from(`<!DOCTYPE html><html><head><title>公开</title></head><body>${body.join('\n')}</body></html>`);
}

function htmlTable(grid: TestGrid): string {
  const rows = rowsOf(grid).map((cells) =>
    cells.map((cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.columnSpan}">${escaped(cell.text)}</td>`),
  );
  return `<table>${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n')}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

/** Markdown with tables in pipes. It has no merged cells: their text stands in the first place, the others are empty. */
export function toMarkdown(blocks: readonly TestBlock[]): Buffer {
  return Buffer.from(blocks.map((block) => ('line' in block ? block.line : markdownTable(block.grid))).join('\n\n'));
}

function markdownTable({ rows, columns, cells }: TestGrid): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const texts = Array.from({ length: columns }, (_, column) => {
      const text = cells.find((cell) => cell.row === row && cell.column === column)?.text ?? '';
      return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
    });
    return `| ${texts.join(' | ')} |`;
  });
  return [lines[0], `|${'---|'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}

/** The cells that begin in each row, from left to right. */
export function rowsOf({ rows, cells }: TestGrid) {
  return Array.from({ length: rows }, (_, row) =>
    cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column),
  );
}
