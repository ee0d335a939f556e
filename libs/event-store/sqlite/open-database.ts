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
import { checkSchema, SCHEMA, WRITER_PRAGMAS } from './schema.js';
import { acquireWriterLock } from './writer-lock.js';

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
  let database: DatabaseSync | undefined;
  try {
    if (sizeOf(file) === undefined) createLog(file);
    refuseEmpty(file);
    database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: false });
    checkSchema(database);
    database.exec(WRITER_PRAGMAS);
    // An answer to "may I write" now, and not only at the first append.
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
  const open = database;
  return {
    database: open,
    release: () => {
      open.close();
      lock.release();
    },
  };
}

/** Opens the log to look at it. A writer may be at work meanwhile. */
export function openForReading(file: string): OpenDatabase {
  if (sizeOf(file) === undefined) throw new StoreUnavailable('store-missing', '找不到事件库文件');
  refuseEmpty(file);
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT });
  try {
    checkSchema(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, release: () => database.close() };
}

function checkWritable(file: string): void {
  const directory = dirname(file);
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
    if (sizeOf(file) !== undefined) accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new StoreUnavailable('store-read-only', '事件库文件或其目录不可写', { cause });
  }
}

/** Made under another name and renamed when complete: a log that exists is never half made, and an empty one never new. */
function createLog(file: string): void {
  if ((sizeOf(`${file}-wal`) ?? 0) > 0)
    throw new StoreCorrupt('事件库主文件缺失，但其写前日志（-wal）仍在，请勿新建，先找回主文件');
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const database = new DatabaseSync(draft);
  try {
    database.exec(`PRAGMA synchronous = FULL; BEGIN; ${SCHEMA} COMMIT;`);
  } finally {
    database.close();
  }
  renameSync(draft, file);
  const directory = openSync(dirname(file), 'r');
  fsyncSync(directory);
  closeSync(directory);
}

/** SQLite would take an empty file for a new database, and a log that was cut to nothing for a young one. */
function refuseEmpty(file: string): void {
  if (sizeOf(file) === 0) throw new StoreCorrupt('事件库文件为空（长度为 0），原有内容已丢失');
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
