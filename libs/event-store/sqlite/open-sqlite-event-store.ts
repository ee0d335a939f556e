import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StoreCorrupt, type GongkaiError } from '#kernel';
import { AcknowledgedHead } from './acknowledged-head.js';
import { LogReader } from './log-reader.js';
import { LogWriter } from './log-writer.js';
import { openForReading, openForWriting, type OpenDatabase } from './open-database.js';
import { PageKeeper } from './page-keeper.js';
import { guarded, mayBeDamage } from './sqlite-faults.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { damagedPages } from './verify-pages.js';

export type { SqliteEventStore } from './sqlite-event-store.js';

/** How to open the log. */
export interface SqliteEventStoreOptions {
  /** Path of the log. Beside it live `file-wal`, `file-shm`, `file.lock` and `file.head` (README.md). */
  readonly file: string;
  /**
   * `writer`: the one process that appends; creates the file and its directory if missing.
   * `reader`: looks on, also while a writer is at work; appending is refused.
   */
  readonly mode: 'writer' | 'reader';
  /** For a reader: milliseconds between looks for new events in `subscribe` (default 250). */
  readonly pollEvery?: number;
}

/**
 * Opens the log in an SQLite file. Raises `StoreUnavailable` (`store-locked`, `store-read-only`, `store-missing`,
 * `store-foreign`, `store-newer`, `store-unreachable`, `store-io-error`) or `StoreCorrupt`.
 */
export async function openSqliteEventStore(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
  const file = resolve(options.file);
  try {
    return guarded(() => {
      if (options.mode === 'writer') return writerStore(file, openForWriting(file));
      const { database, release } = openForReading(file);
      const pollEvery = options.pollEvery ?? 250;
      return new SqliteEventStore({ file, database, reader: new LogReader(database), pollEvery, release });
    });
  } catch (error) {
    throw mayBeDamage(error) ? withPlace(error, file) : error;
  }
}

/** The store over a database that is open for writing. Apart from {@link openSqliteEventStore} so that a test can limit the database. */
export function writerStore(file: string, { database, release }: OpenDatabase): SqliteEventStore {
  const { acknowledged, pages } = openCompanions(file, database, release);
  return new SqliteEventStore({
    file,
    database,
    reader: new LogReader(database),
    writer: new LogWriter(database, acknowledged, pages),
    release: () => {
      try {
        pages.beforeClose();
      } finally {
        acknowledged.close();
        release();
      }
    },
  });
}

/** What the writer keeps beside the log. */
interface Companions {
  readonly acknowledged: AcknowledgedHead;
  readonly pages: PageKeeper;
}

function openCompanions(file: string, database: DatabaseSync, release: () => void): Companions {
  try {
    return { pages: new PageKeeper(database, file), acknowledged: new AcknowledgedHead(file) };
  } catch (error) {
    release();
    throw error;
  }
}

/** Why a log was refused, with the place of the damage where the checksums of the pages tell it. */
function withPlace(error: GongkaiError, file: string): GongkaiError {
  const damage = existsSync(file) ? damagedPages(file) : undefined;
  // Another program's mark, or a later version, is just that unless a single changed byte explains it.
  if (damage?.page === undefined || (error.kind !== 'corrupt' && damage.offset === undefined)) return error;
  const { what, ...facts } = damage;
  return new StoreCorrupt(`${error.message}；${what}`, { ...error.facts, ...facts }, { cause: error });
}
