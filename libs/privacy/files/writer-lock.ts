import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes this connection the one writer of the vault in `directory`; returns how to let go. The lock is an exclusive
 * transaction on the empty database `vault.lock`, hence one of the operating system: it survives no kill.
 */
export function acquireWriterLock(directory: string): () => void {
  const database = new DatabaseSync(join(directory, 'vault.lock'), { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error;
  }
  return () => database.close();
}
