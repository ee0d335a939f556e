import { resolve } from 'node:path';
import { LogReader } from './log-reader.js';
import { LogWriter } from './log-writer.js';
import { openForReading, openForWriting } from './open-database.js';
import { guarded } from './sqlite-faults.js';
import { SqliteEventStore } from './sqlite-event-store.js';

export type { SqliteEventStore } from './sqlite-event-store.js';

/** How to open the log. */
export interface SqliteEventStoreOptions {
  /** Path of the log. Beside it live `file-wal`, `file-shm` and `file.lock`. */
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
    if (options.mode === 'reader') {
      const { database, release } = openForReading(file);
      return new SqliteEventStore({ reader: new LogReader(database), pollEvery: options.pollEvery ?? 250, release });
    }
    const { database, release } = openForWriting(file);
    return new SqliteEventStore({ reader: new LogReader(database), writer: new LogWriter(database), release });
  });
}
