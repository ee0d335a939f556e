import { resolve } from 'node:path';
import { AcknowledgedHead } from './acknowledged-head.js';
import { LogReader } from './log-reader.js';
import { LogWriter } from './log-writer.js';
import { openForReading, openForWriting, type OpenDatabase } from './open-database.js';
import { guarded } from './sqlite-faults.js';
import { SqliteEventStore } from './sqlite-event-store.js';

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
  return guarded(() => {
    if (options.mode === 'writer') return writerStore(file, openForWriting(file));
    const { database, release } = openForReading(file);
    const pollEvery = options.pollEvery ?? 250;
    return new SqliteEventStore({ file, database, reader: new LogReader(database), pollEvery, release });
  });
}

/** The store over a database that is open for writing. Apart from {@link openSqliteEventStore} so that a test can limit the database. */
export function writerStore(file: string, { database, release }: OpenDatabase): SqliteEventStore {
  const acknowledged = openAcknowledged(file, release);
  return new SqliteEventStore({
    file,
    database,
    reader: new LogReader(database),
    writer: new LogWriter(database, acknowledged),
    release: () => {
      acknowledged.close();
      release();
    },
  });
}

function openAcknowledged(file: string, release: () => void): AcknowledgedHead {
  try {
    return new AcknowledgedHead(file);
  } catch (error) {
    release();
    throw error;
  }
}
