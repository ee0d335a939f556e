import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Block, GridCell, ReportDocument } from '../document.js';

/** A text file as a document: every line is a line, and nothing is known of cells. */
export function documentOfText(text: string): ReportDocument {
  return {
    blocks: text.split('\n').map((line, index) => ({ kind: 'line', text: line, place: `第 ${String(index + 1)} 行` })),
  };
}

/** A page of HTML as a document, for tests only: paragraphs are lines, tables are grids. */
export function documentOfHtml(html: string): ReportDocument {
  const blocks: Block[] = [];
  const place = () => `第 ${String(blocks.length + 1)} 块`;
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (!defaultTreeAdapter.isElementNode(node)) {
      for (const child of 'childNodes' in node ? node.childNodes : []) visit(child);
    } else if (node.tagName === 'table') {
      blocks.push({ kind: 'grid', cells: cellsOf(node), place: place() });
    } else if (/^(p|h\d|title|li)$/.test(node.tagName)) {
      blocks.push({ kind: 'line', text: textOf(node), place: place() });
    } else {
      node.childNodes.forEach(visit);
    }
  };
  visit(parse(html));
  return { blocks };
}

function cellsOf(table: DefaultTreeAdapterTypes.Element): readonly GridCell[] {
  const cells: GridCell[] = [];
  const taken = new Set<string>();
  const key = (row: number, column: number) => `${String(row)} ${String(column)}`;
  elements(table, 'tr').forEach((tr, row) => {
    let column = 0;
    for (const td of [...elements(tr, 'td'), ...elements(tr, 'th')]) {
      while (taken.has(key(row, column))) column += 1;
      const [rowSpan, columnSpan] = [spanOf(td, 'rowspan'), spanOf(td, 'colspan')];
      cells.push({ row, column, rowSpan, columnSpan, text: textOf(td).trim() });
      for (let r = 0; r < rowSpan; r += 1) for (let c = 0; c < columnSpan; c += 1) taken.add(key(row + r, column + c));
      column += columnSpan;
    }
  });
  return cells;
}

function spanOf(cell: DefaultTreeAdapterTypes.Element, name: string): number {
  return Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? '1');
}

function elements(node: DefaultTreeAdapterTypes.Element, name: string): readonly DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) => {
    if (!defaultTreeAdapter.isElementNode(child)) return [];
    return child.tagName === name ? [child] : elements(child, name);
  });
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
