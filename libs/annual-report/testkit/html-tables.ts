import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { slotsOf, type FileCell, type Slots } from './slots.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The tables of an HTML file, in order, by the algorithm of browsers. */
export function tablesOfHtml(html: string): readonly Slots[] {
  return elements(parse(html), 'table').map((table) => {
    const taken = new Set<string>();
    const cells = elements(table, 'tr').flatMap((tr, row) => {
      let column = 0;
      return [...elements(tr, 'td', 'th')].map((cell): FileCell => {
        while (taken.has(`${String(row)},${String(column)}`)) column++;
        const [rows, columns] = [span(cell, 'rowspan'), span(cell, 'colspan')];
        for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) taken.add(`${row + y},${column + x}`);
        return { text: textOf(cell), row, column, rows, columns };
      });
    });
    return slotsOf(cells);
  });
}

/** Elements below a node with one of some names, in order. */
export function elements(node: Node, ...names: readonly string[]): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [
    ...('tagName' in child && names.includes(child.tagName) ? [child] : []),
    ...elements(child, ...names),
  ]);
}

/** The text in a node, as a browser gives it. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function span({ attrs }: Element, name: string): number {
  return Number(attrs.find((one) => one.name === name)?.value ?? 1);
}
