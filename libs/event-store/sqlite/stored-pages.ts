import { StoreCorrupt } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { positionOf } from '../positions.js';
import type { HashedEvent, HashedPage } from '../verify.js';
import { missingEvent, unreadableEvent } from './locate-damage.js';
import { damaged, type EventRow } from './rows.js';
import { guarded } from './sqlite-faults.js';
import { query } from './statements.js';
import type { KeyRow, WalkedKeys } from './walked-keys.js';

/** Events read at a time. */
const PAGE = 1000;

/** The events of a log up to the `head`-th as they are stored, in order and without a gap; `keys` gets the keys of each page. */
export async function* storedPages(
  database: DatabaseSync,
  head: number,
  keys: WalkedKeys,
): AsyncGenerator<HashedPage, void, undefined> {
  const names = guarded(
    () => new Map(query<[], readonly [number, string]>(database, 'SELECT id, name FROM streams').all()),
  );
  const page = query<[number, number], StoredRow>(
    database,
    `SELECT position, stream, revision, id, type, version, data, metadata, hash FROM events
     WHERE position > ? AND position <= ? ORDER BY position`,
  );
  for (let after = 0; after < head; after += PAGE) {
    const last = Math.min(after + PAGE, head);
    const rows = readRows(() => page.all(after, last), database, after, last);
    if (rows.length === last - after) {
      keys.add(rows);
      // Positions are whole, unique and in order: so many of them leave no gap.
      yield hashedPage(rows, names);
      continue;
    }
    const gap = rows.findIndex((row, index) => row[0] !== after + index + 1);
    const sound = gap < 0 ? rows : rows.slice(0, gap);
    yield hashedPage(sound, names);
    throw missingEvent(database, after + sound.length + 1);
  }
}

/** Adds the keys of the events up to the `head`-th that no walk has added. */
export function addKeys(database: DatabaseSync, keys: WalkedKeys, head: number): void {
  const page = query<[number, number], KeyRow>(
    database,
    `SELECT position, stream, revision, id FROM events NOT INDEXED WHERE position > ? AND position <= ? ORDER BY position`,
  );
  while (keys.length < head) {
    const rows = page.all(keys.length, Math.min(keys.length + PAGE, head));
    const gap = rows.findIndex(([position], index) => position !== keys.length + index + 1);
    if (rows.length === 0 || gap >= 0) throw missingEvent(database, keys.length + Math.max(gap, 0) + 1);
    keys.add(rows);
  }
}

/** The stream by its number: names are few and read once. */
type StoredRow = EventRow<number>;

function hashedPage(rows: readonly StoredRow[], names: ReadonlyMap<number, string>): HashedPage {
  return { events: rows.map((row) => hashedEvent(row, names)), positionAt: (index) => positionOf(rows[index]![0]) };
}

function hashedEvent(row: StoredRow, names: ReadonlyMap<number, string>): HashedEvent {
  const stream = names.get(row[1]);
  if (stream === undefined) throw damaged([row[0], null, row[2]], '所属流的记录缺失');
  // By index: as in recordedEvents, taking tuples apart costs a walk over a whole log dearly.
  return {
    stream,
    revision: row[2],
    id: row[3],
    type: row[4],
    version: row[5],
    data: row[6],
    metadata: row[7],
    hash: row[8],
  };
}

function readRows(
  read: () => readonly StoredRow[],
  database: DatabaseSync,
  after: number,
  last: number,
): readonly StoredRow[] {
  try {
    return guarded(read);
  } catch (error) {
    if (error instanceof StoreCorrupt) throw unreadableEvent(database, after, last, error);
    throw error;
  }
}
