/**
 * What the two indexes over events hold, read in their own order. Needs Node only and imports nothing else, so that the thread of
 * page-check.thread.ts can load it from the sources as well as from what is built of them.
 */
import type { DatabaseSync } from 'node:sqlite';

/** Entries read at a time. */
const PAGE = 10_000;

/** The entries of both indexes by number of the event, less one. */
export interface IndexEntries {
  readonly streams: Float64Array<ArrayBuffer>;
  readonly revisions: Float64Array<ArrayBuffer>;
  /** {@link putFingerprint} of every id, twice 32 bits side by side. */
  readonly ids: Int32Array<ArrayBuffer>;
}

/** An index that cannot be right by itself, whatever the events say. */
export interface IndexFault {
  readonly fault: string;
  /** Number of the event of the entry. */
  readonly position?: number;
}

/** What is wrong with the structure of a file in the words of SQLite, or, where nothing is, what its indexes hold. */
export type FileFindings = { readonly words: string } | IndexFault | IndexEntries;

/** What SQLite says of a file in which it finds nothing. */
const SOUND = 'ok';

/**
 * One look at a whole file: SQLite checks pages, columns and the index over names; the two large indexes are read instead of having SQLite
 * look up every event in each, which takes three times as long (docs/adr/0019-every-byte-accounted-for.md). Raises what SQLite raises.
 */
export function examineFile(database: DatabaseSync, seed: Seed): FileFindings {
  database.exec('SAVEPOINT examination');
  try {
    for (const check of ['PRAGMA quick_check(1)', 'PRAGMA integrity_check(streams)']) {
      const words = String(rowsOf(database, check)()[0]?.[0]);
      if (words !== SOUND) return { words };
    }
    return readIndexEntries(database, seed);
  } finally {
    database.exec('RELEASE examination');
  }
}

/**
 * Reads both indexes to their ends. Each must be in order, and hold as many entries as there are events, each of another event.
 */
function readIndexEntries(database: DatabaseSync, seed: Seed): IndexEntries | IndexFault {
  const revisions = readRevisions(database);
  if ('fault' in revisions) return revisions;
  const ids = readIds(database, seed);
  return 'fault' in ids ? ids : { ...revisions, ...ids };
}

type Row = readonly (number | string)[];

function readRevisions(database: DatabaseSync): Pick<IndexEntries, 'streams' | 'revisions'> | IndexFault {
  const name = '流与修订索引';
  const events = counted(database, 'sqlite_autoindex_events_2', name);
  if (typeof events === 'object') return events;
  const [streams, revisions] = [new Float64Array(events), new Float64Array(events)];
  const page = rowsOf(
    database,
    `SELECT position, stream, revision FROM events INDEXED BY sqlite_autoindex_events_2
     WHERE (stream, revision) > (?, ?) ORDER BY stream, revision LIMIT ${PAGE}`,
  );
  let [stream, revision] = [0, -1];
  for (let read = 0; read < events;) {
    const rows = page(stream, revision) as readonly (readonly [number, number, number])[];
    if (rows.length === 0) return { fault: `${name}的次序不对` };
    for (const [position, ofStream, itsRevision] of rows) {
      const whole = typeof ofStream === 'number' && typeof itsRevision === 'number';
      const ordered = ofStream > stream || (ofStream === stream && itsRevision > revision);
      if (!whole || !ordered) return { fault: `${name}的次序不对`, position };
      if (!(position >= 1 && position <= events) || streams[position - 1] !== 0) return surplus(name, position);
      [stream, revision] = [ofStream, itsRevision];
      streams[position - 1] = stream;
      revisions[position - 1] = revision;
    }
    read += rows.length;
  }
  return { streams, revisions };
}

function readIds(database: DatabaseSync, seed: Seed): Pick<IndexEntries, 'ids'> | IndexFault {
  const name = '事件编号索引';
  const events = counted(database, 'sqlite_autoindex_events_1', name);
  if (typeof events === 'object') return events;
  const [ids, seen] = [new Int32Array(2 * events), new Uint8Array(events)];
  const page = rowsOf(
    database,
    `SELECT position, id FROM events INDEXED BY sqlite_autoindex_events_1 WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
  );
  let id = '';
  for (let read = 0; read < events;) {
    const rows = page(id) as readonly (readonly [number, string])[];
    if (rows.length === 0) return { fault: `${name}的次序不对` };
    for (const [position, next] of rows) {
      if (typeof next !== 'string' || !isBefore(id, next)) return { fault: `${name}的次序不对`, position };
      if (!(position >= 1 && position <= events) || seen[position - 1] !== 0) return surplus(name, position);
      id = next;
      seen[position - 1] = 1;
      putFingerprint(ids, 2 * position - 2, id, seed);
    }
    read += rows.length;
  }
  return { ids };
}

/** Number of the entries of an index, which must be that of the events. */
function counted(database: DatabaseSync, index: string, name: string): number | IndexFault {
  const [[entries, events] = [0, 0]] = rowsOf(
    database,
    `SELECT (SELECT count(*) FROM events INDEXED BY ${index}), (SELECT coalesce(max(position), 0) FROM events)`,
  )();
  return entries === events ? Number(entries) : { fault: `${name}有 ${entries} 条，事件有 ${events} 个` };
}

function surplus(name: string, position: number): IndexFault {
  return { fault: `${name}中有不属于任何事件的条目（第 ${position} 位）` };
}

function rowsOf(database: DatabaseSync, sql: string): (...values: (number | string)[]) => readonly Row[] {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return (...values) => statement.all(...values) as unknown as readonly Row[];
}

const SURROGATE = /[\ud800-\udfff]/;

/** The order of SQLite, which is that of UTF-8 bytes. JavaScript's is the same but for characters beyond the basic plane. */
function isBefore(one: string, other: string): boolean {
  return SURROGATE.test(one) || SURROGATE.test(other)
    ? Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0
    : one < other;
}

/** Two random whole numbers of 32 bits, other ones for each verification: no two ids can be made to look alike beforehand. */
export type Seed = readonly [number, number];

/**
 * Writes twice 32 bits of an id into `ids` at `at`: what takes 60 bytes of memory as a string takes 8, and two ids that differ
 * agree once in 2^64. Both in one loop, as a processor works on the two at once.
 */
export function putFingerprint(ids: Int32Array, at: number, id: string, [seed, otherSeed]: Seed): void {
  let [mixed, other] = [seed, otherSeed];
  for (let index = 0; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    mixed = Math.imul(mixed ^ unit, 0x5bd1e995);
    mixed ^= mixed >>> 15;
    other = Math.imul(other ^ unit, 0x5bd1e995);
    other ^= other >>> 15;
  }
  ids[at] = mixed;
  ids[at + 1] = other;
}
