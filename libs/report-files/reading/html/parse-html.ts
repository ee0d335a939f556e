import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';
import { READING_LIMITS } from '../limits.js';
import { UnreadableFile } from '#files';

/** Nodes of a parsed page. */
export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

/**
 * Parses a page by the standard, as browsers do; nothing in it is run or fetched. Raises `file-too-complex` where elements stand deeper
 * within each other than any page needs: the standard's algorithm takes quadratic time in the depth.
 */
export function parseHtml(html: string): HtmlNode {
  let depth = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth <= READING_LIMITS.htmlDepth) return;
      throw new UnreadableFile('file-too-complex', `网页元素嵌套超过 ${String(READING_LIMITS.htmlDepth)} 层，无法读取`);
    },
    onItemPop: () => void depth--,
  };
  return parse(html, { treeAdapter, scriptingEnabled: false });
}

/** Whether a node is an element, of one of some names if any are given. */
export function isElement(node: HtmlNode, ...names: readonly string[]): node is HtmlElement {
  return 'tagName' in node && (names.length === 0 || names.includes(node.tagName));
}

/** The nodes in a node, in order. */
export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

/** A node and all within it, in no particular order. */
export function* everyNode(root: HtmlNode): Generator<HtmlNode> {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    for (const child of childrenOf(node)) pending.push(child);
  }
}

/** An attribute of an element; `''` where there is none. */
export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noframes',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'option',
  'textarea',
  'button',
  'audio',
  'video',
  'canvas',
]);

/** Whether a browser shows nothing of an element: scripts, styles, and what is hidden. */
export function isHidden(element: HtmlElement): boolean {
  if (NEVER_SHOWN.has(element.tagName) || element.attrs.some(({ name }) => name === 'hidden')) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b/i.test(
    attribute(element, 'style'),
  );
}
