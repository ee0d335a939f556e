import { readVarint } from './varint.js';

/** Bytes at the start of page 1 that belong to the file, not to a tree. */
export const FILE_HEADER = 100;

/** One page of the file by its number, counted from 1; `undefined` for one that the file does not have. */
export type Pages = (number: number) => Buffer | undefined;

/** An entry of a page: a row, an entry of an index, or the way to a page below. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** The page below, in front of this entry; inner pages only. */
  readonly child?: number;
  /** Number of the row; tables only. */
  readonly rowid?: number;
  /** Length of the record, and the part of it that stands here; none on an inner page of a table. */
  readonly payload?: { readonly length: number; readonly local: Buffer; readonly overflow?: number };
}

/** A page of a tree, taken apart (https://www.sqlite.org/fileformat2.html, "B-tree Pages"). */
export interface TreePage {
  readonly leaf: boolean;
  /** Where the header of the page begins and where the pointers to the cells follow and end. */
  readonly header: number;
  readonly pointers: number;
  readonly pointersEnd: number;
  readonly cells: readonly Cell[];
  /** The last page below; inner pages only. */
  readonly right?: number;
}

const INNER_INDEX = 2;
const INNER_TABLE = 5;
const LEAF_INDEX = 10;
const LEAF_TABLE = 13;

/** Takes a page of a tree apart; `undefined` when these bytes are none. */
export function treePage(bytes: Buffer, number: number): TreePage | undefined {
  const header = number === 1 ? FILE_HEADER : 0;
  const kind = bytes[header]!;
  if (![INNER_INDEX, INNER_TABLE, LEAF_INDEX, LEAF_TABLE].includes(kind)) return undefined;
  const leaf = kind === LEAF_INDEX || kind === LEAF_TABLE;
  const pointers = header + (leaf ? 8 : 12);
  const pointersEnd = pointers + 2 * bytes.readUInt16BE(header + 3);
  if (pointersEnd > bytes.length) return undefined;
  const cells: Cell[] = [];
  for (let at = pointers; at < pointersEnd; at += 2) {
    const cell = cellAt(bytes, bytes.readUInt16BE(at), kind);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return { leaf, header, pointers, pointersEnd, cells, ...(leaf ? {} : { right: bytes.readUInt32BE(header + 8) }) };
}

function cellAt(bytes: Buffer, start: number, kind: number): Cell | undefined {
  // The longest prefix of a cell: child, two varints.
  if (start + 4 > bytes.length) return undefined;
  const inner = kind === INNER_INDEX || kind === INNER_TABLE;
  const child = inner ? { child: bytes.readUInt32BE(start) } : {};
  let at = inner ? start + 4 : start;
  if (kind === INNER_TABLE) {
    const [rowid, end] = readVarint(bytes, at);
    return { start, end, ...child, rowid };
  }
  const [length, afterLength] = readVarint(bytes, at);
  at = afterLength;
  let row = {};
  if (kind === LEAF_TABLE) {
    const [rowid, afterRow] = readVarint(bytes, at);
    [row, at] = [{ rowid }, afterRow];
  }
  const local = localLength(length, bytes.length, kind === LEAF_TABLE);
  const overflows = local < length;
  const end = at + local + (overflows ? 4 : 0);
  if (end > bytes.length) return undefined;
  const overflow = overflows ? { overflow: bytes.readUInt32BE(at + local) } : {};
  return {
    start,
    end,
    ...child,
    ...row,
    payload: { length, local: bytes.subarray(at, at + local), ...overflow },
  };
}

/** How much of a record stands on the page itself (file format, "Cell Payload Overflow Pages"). */
function localLength(length: number, page: number, table: boolean): number {
  const most = table ? page - 35 : Math.floor(((page - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((page - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (page - 4));
  return fitting <= most ? fitting : least;
}
