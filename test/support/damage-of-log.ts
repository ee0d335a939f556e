import { openSqliteEventStore, type SqliteEventStore } from '#event-store';
import { join } from 'node:path';

/** What is not as it was written in the log of a data directory, chains included; also while it is in use. Undefined: nothing. */
export async function damageOfLog(dataDir: string): Promise<Awaited<ReturnType<SqliteEventStore['verify']>>['damage']> {
  const store = await openSqliteEventStore({ file: join(dataDir, 'log.db'), mode: 'reader' });
  try {
    return (await store.verify()).damage;
  } finally {
    await store.close();
  }
}
