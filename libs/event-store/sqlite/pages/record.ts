import type { Cell, Pages } from './btree-page.js';
import { readVarint } from './varint.js';

/** A column of a record. Blobs and fractions, of which a log has none, read as `null`. */
export type Column = number | string | null;

/** The columns of the record of a cell, its overflow pages followed; fewer where the pages do not hold them. */
export function columnsOf(pages: Pages, cell: Cell): readonly Column[] {
  const bytes = recordOf(pages, cell);
  const [headerLength, first] = readVarint(bytes, 0);
  const columns: Column[] = [];
  let body = headerLength;
  for (let at = first; at < headerLength && at < bytes.length;) {
    const [type, next] = readVarint(bytes, at);
    const length = lengthOf(type);
    if (body + length > bytes.length) break;
    columns.push(valueOf(bytes, type, body, length));
    [at, body] = [next, body + length];
  }
  return columns;
}

/** The pages over which the record of a cell goes on, in order. */
export function* overflowOf(pages: Pages, { payload }: Cell): Generator<number> {
  let next = payload?.overflow ?? 0;
  let left = payload === undefined ? 0 : payload.length - payload.local.length;
  while (next !== 0 && left > 0) {
    const page = pages(next);
    if (page === undefined) return;
    yield next;
    left -= page.length - 4;
    next = page.readUInt32BE(0);
  }
}

function recordOf(pages: Pages, cell: Cell): Buffer {
  if (cell.payload === undefined) return Buffer.alloc(0);
  const { length, local } = cell.payload;
  if (cell.payload.overflow === undefined) return local;
  const rest = [...overflowOf(pages, cell)].map((number) => pages(number)?.subarray(4) ?? Buffer.alloc(0));
  return Buffer.concat([local, ...rest]).subarray(0, length);
}

const INTEGER_LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function lengthOf(type: number): number {
  return INTEGER_LENGTHS[type] ?? Math.floor((type - 12) / 2);
}

function valueOf(bytes: Buffer, type: number, at: number, length: number): Column {
  if (type === 8 || type === 9) return type - 8;
  if (type >= 1 && type <= 5) return bytes.readIntBE(at, length);
  if (type === 6) return Number(bytes.readBigInt64BE(at));
  return type >= 13 && type % 2 === 1 ? bytes.toString('utf8', at, at + length) : null;
}
