import { figureSize, SIZES } from '../layout/page.js';
import type { TableBlock } from '../layout/report-layout.js';
import { rowsOf, type PlacedCell } from '../layout/table-grid.js';
import { escapeHtml } from './escape.js';
import { points } from './style.js';

/** A table of the form with merged cells, heads in `thead`. */
export function tableHtml({ table, grid }: TableBlock): string {
  const regular = table === 2 ? SIZES.table2 : SIZES.table;
  const size = figureSize(grid, regular);
  const style = size === regular ? '' : ` style="font-size:${points(size)}"`;
  const rows = rowsOf(grid).map((cells) => `<tr>${cells.map((cell) => cellHtml(cell, style)).join('')}</tr>`);
  const heads = rows.slice(0, grid.headRows);
  return [
    `<table class="t${String(table)}">`,
    `<colgroup>${grid.shares.map((share) => `<col style="width:${percent(share)}">`).join('')}</colgroup>`,
    ...(heads.length === 0 ? [] : ['<thead>', ...heads, '</thead>']),
    '<tbody>',
    ...rows.slice(grid.headRows),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function cellHtml({ kind, figure, lines, rows, columns }: PlacedCell, figureStyle: string): string {
  const isWords = kind === 'figure' && figure === undefined;
  const tag = kind === 'figure' ? 'td' : 'th';
  const spans = `${columns > 1 ? ` colspan="${String(columns)}"` : ''}${rows > 1 ? ` rowspan="${String(rows)}"` : ''}`;
  const style = figure === undefined ? '' : figureStyle;
  const attributes = ` class="${isWords ? 'words' : kind}"${spans}${style}`;
  return `<${tag}${attributes}>${lines.map(escapeHtml).join('<br>')}</${tag}>`;
}

/** Thousandths as a percentage. */
function percent(share: number): string {
  return `${String(Math.floor(share / 10))}.${String(share % 10)}%`;
}
