import { GongkaiError, StoreUnavailable } from '#kernel';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** `GKAC` in ASCII: marks the file as tokens of Gongkai (PRAGMA application_id). */
const APPLICATION_ID = 0x474b4143;

/** Milliseconds to wait for the short write locks of other processes (the CLI beside the server). */
const BUSY_TIMEOUT = 5000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    staff_id TEXT NOT NULL,
    role TEXT NOT NULL,
    agencies TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
`;

/**
 * Opens the file of tokens, creates it when it is not there. Several processes may have it open: WAL, and each statement
 * sees what others have committed. Raises `access-unavailable`, `access-foreign` (kind unavailable).
 */
export function openAccessDatabase(file: string): DatabaseSync {
  return guarded(() => {
    mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
    try {
      refuseForeign(database);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Runs `work`; whatever SQLite or the file system raises comes out as `access-unavailable`. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof GongkaiError) throw cause;
    throw new StoreUnavailable('access-unavailable', '访问令牌库无法读写', { cause });
  }
}

function refuseForeign(database: DatabaseSync): void {
  const found = Number(database.prepare('PRAGMA application_id').get()?.['application_id']);
  const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n']);
  if (found === APPLICATION_ID || (found === 0 && tables === 0)) return;
  throw new StoreUnavailable('access-foreign', '该文件不是本系统的访问令牌库');
}
