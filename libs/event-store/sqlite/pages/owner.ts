import type { Cell, Pages } from './btree-page.js';
import { columnsOf, type Column } from './record.js';
import { rowOf, type Tree } from './tree-walk.js';

/** The event, or at least the stream, to which an entry belongs. Position: the number in the log. */
export interface Owner {
  readonly stream?: string;
  readonly revision?: number;
  readonly position?: number;
}

/** To whom an entry of a table or of one of its indexes belongs; empty for definitions and for the ways between pages of a table. */
export function ownerOf(pages: Pages, trees: readonly Tree[], tree: Tree, cell: Cell): Owner {
  if (cell.payload === undefined) return {};
  const columns = columnsOf(pages, cell);
  switch (tree.name) {
    case 'events':
      return eventOwner(pages, trees, cell.rowid!, columns[1], columns[2]);
    case 'sqlite_autoindex_events_1':
      return eventAt(pages, trees, columns[1]);
    case 'sqlite_autoindex_events_2':
      return eventAt(pages, trees, columns[2]);
    case 'streams':
      return named(columns[1]);
    case 'sqlite_autoindex_streams_1':
      return named(columns[0]);
    default:
      return {};
  }
}

function eventAt(pages: Pages, trees: readonly Tree[], position: Column | undefined): Owner {
  const root = rootOf(trees, 'events');
  if (typeof position !== 'number' || root === undefined) return {};
  const cell = rowOf(pages, root, position);
  if (cell === undefined) return { position };
  const [, stream, revision] = columnsOf(pages, cell);
  return eventOwner(pages, trees, position, stream, revision);
}

function eventOwner(
  pages: Pages,
  trees: readonly Tree[],
  position: number,
  stream: Column | undefined,
  revision: Column | undefined,
): Owner {
  const root = rootOf(trees, 'streams');
  const cell = root === undefined || typeof stream !== 'number' ? undefined : rowOf(pages, root, stream);
  const name = cell === undefined ? undefined : columnsOf(pages, cell)[1];
  return { position, ...named(name), ...(typeof revision === 'number' ? { revision } : {}) };
}

function named(name: Column | undefined): Owner {
  return typeof name === 'string' ? { stream: name } : {};
}

function rootOf(trees: readonly Tree[], name: string): number | undefined {
  return trees.find((tree) => tree.name === name)?.root;
}
