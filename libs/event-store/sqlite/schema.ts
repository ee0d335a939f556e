import { StoreCorrupt, StoreUnavailable } from '#kernel';
import { DatabaseSync } from 'node:sqlite';

/** `GKLG` in ASCII: marks the file as a Gongkai log (PRAGMA application_id). */
export const APPLICATION_ID = 0x474b4c47;

/** Version of the tables below (PRAGMA user_version). */
export const SCHEMA_VERSION = 1;

/** Bytes of a page of the file. A whole number of pages is what tells a file that was cut. */
export const PAGE_SIZE = 4096;

/**
 * Small columns stand before large ones, so that a filter on type or stream reads only the start of a row.
 * The triggers stop a careless hand with an SQL prompt; the hash chain finds a careful one.
 */
export const SCHEMA = `
  PRAGMA page_size = ${PAGE_SIZE};
  CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    metadata TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

  CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
  BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** What every writer sets, and the bench with it: an answer means that the data has reached the disk. */
export const WRITER_PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -65536;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
`;

/**
 * Raises `store-foreign` (an SQLite file of somebody else), `store-newer` (written by a later version of this software),
 * both kind unavailable, or `StoreCorrupt` through SQLite when it is no database at all.
 */
export function checkSchema(database: DatabaseSync): void {
  const applicationId = pragma(database, 'application_id');
  if (applicationId !== APPLICATION_ID)
    throw new StoreUnavailable('store-foreign', '该文件是其他程序的数据库，不是公开办件事件库');
  const version = pragma(database, 'user_version');
  if (version > SCHEMA_VERSION) {
    throw new StoreUnavailable(
      'store-newer',
      `事件库结构版本 ${version} 高于本程序支持的 ${SCHEMA_VERSION}，请升级程序`,
    );
  }
  if (version < 1) throw new StoreCorrupt('事件库缺少结构版本');
}

/**
 * The first table, index or trigger that is not as {@link SCHEMA} made it, by name; `null` when all are. A trigger that was put
 * out of force by a changed word leaves a sound database, in which no hash is wrong yet.
 */
export function changedDefinition(database: DatabaseSync): string | null {
  const made = new DatabaseSync(':memory:');
  try {
    made.exec(SCHEMA);
    const [expected, found] = [definitions(made), definitions(database)];
    const names = new Set([...expected.keys(), ...found.keys()]);
    return [...names].find((name) => expected.get(name) !== found.get(name)) ?? null;
  } finally {
    made.close();
  }
}

function definitions(database: DatabaseSync): ReadonlyMap<string, string> {
  const rows = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
  return new Map(rows.map(({ type, name, tbl_name, sql }) => [String(name), JSON.stringify([type, tbl_name, sql])]));
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}
