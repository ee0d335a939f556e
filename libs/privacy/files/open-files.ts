import { StoreUnavailable } from '#kernel';
import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { firstKeys } from '../keys/first-keys.js';
import type { MasterKeys } from '../keys/master-keys.js';
import { createFile } from './create-file.js';
import { openFile, stateOf, type OpenMode } from './open-file.js';
import { KEYS_FILE, RECORDS_FILE } from './schema.js';
import { query } from './statements.js';
import { acquireWriterLock } from './writer-lock.js';

/** Both files of a vault, open. */
export interface VaultFiles {
  readonly vaultId: string;
  readonly keys: DatabaseSync;
  readonly records: DatabaseSync;
  /** Closes both and lets go of the lock. */
  readonly release: () => void;
}

/** Opens both files; a writer makes them in an empty directory. Raises what README.md lists. */
export function openFiles(directory: string, masterKeys: MasterKeys, mode: OpenMode): VaultFiles {
  if (mode.mode === 'reader') return openBoth(directory, mode, () => undefined);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // SQLite would only say that it cannot open the lock.
  accessSync(directory, constants.W_OK);
  const unlock = acquireWriterLock(directory);
  try {
    createMissing(directory, masterKeys, mode);
    return openBoth(directory, mode, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openBoth(directory: string, mode: OpenMode, unlock: () => void): VaultFiles {
  for (const file of [KEYS_FILE, RECORDS_FILE]) {
    if (stateOf(directory, file) !== 'present') throw fileMissing(file.name);
  }
  const keys = openFile(directory, KEYS_FILE, mode);
  try {
    const records = openFile(directory, RECORDS_FILE, mode);
    const release = (): void => {
      records.database.close();
      keys.database.close();
      unlock();
    };
    if (records.vaultId === keys.vaultId) {
      return { vaultId: keys.vaultId, keys: keys.database, records: records.database, release };
    }
    records.database.close();
    throw new StoreUnavailable('vault-foreign', 'keys.db 与 vault.db 不是同一个库的文件');
  } catch (error) {
    keys.database.close();
    throw error;
  }
}

/**
 * The key store comes first. One without a person is what a kill in between leaves, and the other file may be made anew;
 * any other file that lacks its fellow has lost it, and an empty one in its place would hide the loss.
 */
function createMissing(directory: string, masterKeys: MasterKeys, mode: OpenMode): void {
  const [keys, records] = [stateOf(directory, KEYS_FILE), stateOf(directory, RECORDS_FILE)];
  if (keys === 'present' && records === 'present') return;
  if (keys !== 'present') {
    if (keys === 'lost' || records !== 'absent') throw fileMissing('keys.db');
    const vaultId = randomUUID();
    createFile(directory, KEYS_FILE, vaultId, firstKeys(masterKeys, vaultId));
  }
  const { database, vaultId } = openFile(directory, KEYS_FILE, mode);
  const persons = query<[], readonly [number]>(
    database,
    'SELECT (SELECT count(*) FROM data_keys) + (SELECT count(*) FROM erasures)',
  ).one();
  database.close();
  if (records === 'lost' || persons?.[0] !== 0) throw fileMissing('vault.db');
  createFile(directory, RECORDS_FILE, vaultId);
}

function fileMissing(file: string): StoreUnavailable {
  return new StoreUnavailable('vault-file-missing', `找不到 ${file}：请从备份恢复，不要新建`);
}
