import { childrenOf, isElement, isHidden, type HtmlNode } from './parse-html.js';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** A step of the walk through what a page shows. */
export type Step =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  /** An element that the caller wanted whole; the walk does not go into it. */
  | { readonly kind: 'whole'; readonly node: HtmlNode };

/**
 * Walks through what a page shows below a node, in order, without recursion: however deep the page, the stack does not grow. Block
 * elements and `<br>` break lines. Nodes that `whole` picks are handed out instead of being entered.
 */
export function* shown(root: HtmlNode, whole: (node: HtmlNode) => boolean = () => false): Generator<Step> {
  const pending: (HtmlNode | 'break')[] = [...childrenOf(root)].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === 'break') yield { kind: 'break' };
    else if (node.nodeName === '#text') yield { kind: 'text', text: 'value' in node ? node.value : '' };
    else if (!isElement(node) || isHidden(node)) continue;
    else if (node.tagName === 'br') yield { kind: 'break' };
    else if (whole(node)) yield { kind: 'whole', node };
    else {
      const isBlock = BLOCKS.has(node.tagName);
      if (isBlock) {
        yield { kind: 'break' };
        pending.push('break');
      }
      pending.push(...childrenOf(node).toReversed());
    }
  }
}

/** Puts the pieces of a line together as a browser shows them: white space of the source collapses, `&nbsp;` stays. */
export function collapsed(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** What is shown below a node, line by line; empty lines are left out. */
export function textOf(root: HtmlNode): string {
  const lines: string[] = [];
  let line: string[] = [];
  const endLine = () => {
    const text = collapsed(line);
    if (text !== '') lines.push(text);
    line = [];
  };
  for (const step of shown(root)) {
    if (step.kind === 'text') line.push(step.text);
    else endLine();
  }
  endLine();
  return lines.join('\n');
}
