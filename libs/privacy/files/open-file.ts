import { StoreUnavailable } from '#kernel';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { vaultCorrupt } from '../vault-errors.js';
import { SCHEMA_VERSION, WRITER_PRAGMAS, type VaultFile } from './schema.js';
import { query } from './statements.js';

/** How to open a file of a vault. */
export interface OpenMode {
  readonly mode: 'writer' | 'reader';
  /** Milliseconds that SQLite waits for the locks of other processes. */
  readonly busyTimeout: number;
}

/** A file of a vault, open and checked to be one. */
export interface OpenFile {
  readonly database: DatabaseSync;
  readonly vaultId: string;
}

/** What lies at the place of a file: nothing; only a write-ahead log, whose file was lost; or a file. */
export function stateOf(directory: string, { name }: VaultFile): 'absent' | 'lost' | 'present' {
  const path = join(directory, name);
  if (sizeOf(path) !== undefined) return 'present';
  return (sizeOf(`${path}-wal`) ?? 0) > 0 ? 'lost' : 'absent';
}

/** Raises `vault-foreign`, `vault-newer`, `vault-corrupt`, or what SQLite raises. */
export function openFile(directory: string, file: VaultFile, { mode, busyTimeout }: OpenMode): OpenFile {
  const path = join(directory, file.name);
  if (!statSync(path).isFile()) throw new StoreUnavailable('vault-unreachable', `${file.name} 不是文件`);
  // SQLite would take an empty file for a new database.
  if (sizeOf(path) === 0) throw vaultCorrupt(`${file.name} 为空（长度为 0），原有内容已丢失`, { file: file.name });
  const database = new DatabaseSync(path, { readOnly: mode === 'reader', timeout: busyTimeout });
  try {
    checkSchema(database, file);
    // Also answers "may I write" now, and not at the first put.
    if (mode === 'writer') database.exec(`${WRITER_PRAGMAS} BEGIN IMMEDIATE; ROLLBACK;`);
    const [vaultId] = query<[], readonly [string]>(database, 'SELECT id FROM vault').one() ?? [];
    if (vaultId === undefined) throw vaultCorrupt(`${file.name} 缺少库编号`, { file: file.name });
    return { database, vaultId };
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkSchema(database: DatabaseSync, { name, applicationId }: VaultFile): void {
  if (pragma(database, 'application_id') !== applicationId) {
    throw new StoreUnavailable('vault-foreign', `${name} 是其他程序的数据库，不是个人信息库的文件`);
  }
  const version = pragma(database, 'user_version');
  if (version > SCHEMA_VERSION) {
    throw new StoreUnavailable(
      'vault-newer',
      `${name} 的结构版本 ${version} 高于本程序支持的 ${SCHEMA_VERSION}，请升级程序`,
    );
  }
  if (version < 1) throw vaultCorrupt(`${name} 缺少结构版本`, { file: name });
}

function pragma(database: DatabaseSync, name: string): number {
  return query<[], readonly [number]>(database, `PRAGMA ${name}`).one()?.[0] ?? 0;
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
