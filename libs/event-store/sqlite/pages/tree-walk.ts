import { treePage, type Cell, type Pages, type TreePage } from './btree-page.js';
import { columnsOf } from './record.js';

/** A table or index of the file: its name and its topmost page. */
export interface Tree {
  readonly name: string;
  readonly root: number;
}

/** The table of all definitions, whose root is page 1. */
export const DEFINITIONS: Tree = { name: 'sqlite_schema', root: 1 };

/** A page met on a walk through a tree; `page` is undefined when its bytes make no page of a tree. */
export interface Met {
  readonly number: number;
  readonly page: TreePage | undefined;
}

/** Every page of a tree, each once, parents first. */
export function* pagesOfTree(pages: Pages, root: number): Generator<Met> {
  const seen = new Set<number>();
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const bytes = seen.has(number) ? undefined : pages(number);
    seen.add(number);
    if (bytes === undefined) continue;
    const page = treePage(bytes, number);
    yield { number, page };
    if (page === undefined || page.leaf) continue;
    waiting.push(page.right!, ...page.cells.map(({ child }) => child!).toReversed());
  }
}

/** All tables and indexes, the table of definitions first. */
export function treesOf(pages: Pages): readonly Tree[] {
  const trees: Tree[] = [DEFINITIONS];
  for (const { page } of pagesOfTree(pages, 1)) {
    for (const cell of page?.leaf ? page.cells : []) {
      const [, name, , root] = columnsOf(pages, cell);
      if (typeof name === 'string' && typeof root === 'number' && root > 0) trees.push({ name, root });
    }
  }
  return trees;
}

/** The row of a table with this number, found from the root down. */
export function rowOf(pages: Pages, root: number, rowid: number): Cell | undefined {
  let number: number | undefined = root;
  for (let depth = 0; depth < 20 && number !== undefined; depth++) {
    const bytes = pages(number);
    const page: TreePage | undefined = bytes && treePage(bytes, number);
    if (page === undefined) return undefined;
    if (page.leaf) return page.cells.find((cell) => cell.rowid === rowid);
    number = page.cells.find((cell) => rowid <= cell.rowid!)?.child ?? page.right;
  }
  return undefined;
}
