import { FILE_HEADER, type Cell, type Pages, type TreePage } from './btree-page.js';
import { headerField } from './file-header.js';
import { ownerOf, type Owner } from './owner.js';
import { overflowOf } from './record.js';
import { pagesOfTree, treesOf, type Tree } from './tree-walk.js';

/** What a place of the file is, in plain Chinese, and the event that it belongs to, if it belongs to one. */
export interface Place extends Owner {
  readonly what: string;
}

/**
 * What stands at a byte of a page. `pages` must give the page as it was before the damage. With no `offset`, the damaged page as a whole,
 * which is named by what leads to it.
 */
export function placeOf(pages: Pages, number: number, offset?: number): Place {
  if (number === 1 && offset !== undefined && offset < FILE_HEADER) return { what: `文件头：${headerField(offset)}` };
  const trees = treesOf(pages);
  for (const tree of trees) {
    for (const met of pagesOfTree(pages, tree.root)) {
      if (met.number === number) return onPage(pages, trees, tree, met.page, offset);
      for (const cell of met.page?.cells ?? []) {
        if (cell.payload?.overflow === undefined) continue;
        for (const page of overflowOf(pages, cell))
          if (page === number) return { what: `${nameOf(tree)}的溢出页`, ...ownerOf(pages, trees, tree, cell) };
      }
    }
  }
  return { what: '空闲页，不存内容' };
}

function onPage(
  pages: Pages,
  trees: readonly Tree[],
  tree: Tree,
  page: TreePage | undefined,
  offset: number | undefined,
): Place {
  const name = nameOf(tree);
  if (page === undefined || offset === undefined) return { what: `${name}的${page?.leaf === false ? '内部页' : '页'}` };
  const place = (what: string, cell: Cell | undefined): Place => ({
    what: `${name}的${what}`,
    ...(cell === undefined ? {} : ownerOf(pages, trees, tree, cell)),
  });
  if (offset >= page.pointers && offset < page.pointersEnd)
    return place('条目指针', page.cells[(offset - page.pointers) >> 1]);
  if (offset < page.pointers) return place(`页头${range(tree, page)}`, undefined);
  const cell = page.cells.find(({ start, end }) => offset >= start && offset < end);
  return cell === undefined ? place('页内未使用空间', undefined) : place('条目', cell);
}

function range(tree: Tree, { leaf, cells }: TreePage): string {
  const [first, last] = [cells[0]?.rowid, cells.at(-1)?.rowid];
  return tree.name === 'events' && leaf && first !== undefined ? `（存有第 ${first} 至 ${last} 位的事件）` : '';
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['sqlite_schema', '结构定义表'],
  ['streams', '流名表'],
  ['events', '事件表'],
  ['sqlite_autoindex_streams_1', '流名索引'],
  ['sqlite_autoindex_events_1', '事件编号索引'],
  ['sqlite_autoindex_events_2', '流与修订索引'],
]);

function nameOf({ name }: Tree): string {
  return NAMES.get(name) ?? `“${name}”`;
}
