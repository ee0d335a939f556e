import { DatabaseSync } from 'node:sqlite';
import { guarded } from './sqlite-faults.js';

/** Held while a process may write; let go by {@link WriterLock.release} or, whatever happens to the process, by the system. */
export interface WriterLock {
  release(): void;
}

/**
 * Makes this process the one writer of `file`. The lock is an exclusive transaction on the empty database `file.lock`,
 * hence a lock of the operating system: it survives no kill, and the log itself stays open to readers.
 * Raises `store-locked` when another connection, in this process or another, holds it.
 */
export function acquireWriterLock(file: string): WriterLock {
  return guarded(() => {
    const database = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      throw error;
    }
    return { release: () => database.close() };
  });
}
