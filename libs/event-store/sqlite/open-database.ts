import { StoreCorrupt, StoreUnavailable } from '#kernel';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { checkAcknowledged, readAcknowledged } from './acknowledged-head.js';
import { checkSchema, PAGE_SIZE, SCHEMA, WRITER_PRAGMAS } from './schema.js';
import { isCannotOpen } from './sqlite-faults.js';
import { acquireWriterLock, type WriterLock } from './writer-lock.js';

/** An open file and how to let go of it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly release: () => void;
}

/** Milliseconds that SQLite waits for the short locks of other connections (a checkpoint, a recovery). */
const BUSY_TIMEOUT = 5000;

/** Opens the log for its one writer; creates it when it is not there. */
export function openForWriting(file: string): OpenDatabase {
  checkWritable(file);
  const lock = acquireWriterLock(file);
  try {
    if (sizeOf(file) === undefined) createLog(file);
    refuseCut(file);
    return opened(
      new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: false }),
      lock,
      (database) => {
        checkSchema(database);
        database.exec(WRITER_PRAGMAS);
        // An answer to "may I write" now, and not only at the first append.
        database.exec('BEGIN IMMEDIATE; ROLLBACK');
        checkAcknowledged(database, readAcknowledged(file));
      },
    );
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens the log to look at it. A writer may be at work meanwhile. */
export function openForReading(file: string): OpenDatabase {
  if (sizeOf(file) === undefined) throw new StoreUnavailable('store-missing', '找不到事件库文件');
  refuseCut(file);
  try {
    return opened(new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT }), undefined, checkSchema);
  } catch (error) {
    if (!isCannotOpen(error) || hasWal(file)) throw error;
    // A log on a read-only medium: SQLite cannot make its shared memory there, and need not, since nobody can write.
    const frozen = pathToFileURL(file);
    frozen.searchParams.set('immutable', '1');
    return opened(new DatabaseSync(frozen, { readOnly: true }), undefined, checkSchema);
  }
}

function opened(
  database: DatabaseSync,
  lock: WriterLock | undefined,
  check: (database: DatabaseSync) => void,
): OpenDatabase {
  try {
    check(database);
  } catch (error) {
    database.close();
    throw error;
  }
  const release = (): void => {
    try {
      database.close();
    } finally {
      lock?.release();
    }
  };
  return { database, release };
}

/** Asks the system beforehand: SQLite opens a file that it may not write without a word. */
function checkWritable(file: string): void {
  const directory = dirname(file);
  mkdirSync(directory, { recursive: true });
  accessSync(directory, constants.W_OK);
  if (sizeOf(file) !== undefined) accessSync(file, constants.W_OK);
}

/** Made under another name and renamed when complete: a log that exists is never half made, and an empty one never new. */
function createLog(file: string): void {
  if (hasWal(file) || readAcknowledged(file)) {
    throw new StoreCorrupt('事件库主文件缺失，但其附属文件（-wal 或 .head）仍在：请勿新建，先找回主文件');
  }
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const database = new DatabaseSync(draft);
  try {
    database.exec(`PRAGMA synchronous = FULL; ${SCHEMA}`);
  } finally {
    database.close();
  }
  renameSync(draft, file);
  const directory = openSync(dirname(file), 'r');
  fsyncSync(directory);
  closeSync(directory);
}

/**
 * SQLite would take an empty file for a new database, and fill up a last page that is cut short with zeros.
 * With a write-ahead log at hand the page may be on its way in a recovery, and SQLite must be heard first.
 */
function refuseCut(file: string): void {
  if (!statSync(file).isFile()) throw new StoreUnavailable('store-unreachable', '事件库路径不是文件');
  const size = sizeOf(file) ?? 0;
  if (size === 0) throw new StoreCorrupt('事件库文件为空（长度为 0），原有内容已丢失');
  if (size % PAGE_SIZE !== 0 && !hasWal(file)) throw new StoreCorrupt('事件库文件被截断：长度不是整页');
}

function hasWal(file: string): boolean {
  return (sizeOf(`${file}-wal`) ?? 0) > 0;
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
