import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SCHEMA_VERSION, type VaultFile } from './schema.js';

/**
 * Makes a file of a vault under another name, fills it, and renames it when complete: a file that exists is never half made.
 * Only the owner may read it; SQLite gives the files beside it the same mode.
 */
export function createFile(
  directory: string,
  { name, applicationId, tables }: VaultFile,
  vaultId: string,
  fill: (database: DatabaseSync) => void = () => undefined,
): void {
  const draft = join(directory, `${name}.new`);
  for (const rest of [draft, `${draft}-journal`]) rmSync(rest, { force: true });
  closeSync(openSync(draft, 'wx', 0o600));
  chmodSync(draft, 0o600);
  const database = new DatabaseSync(draft);
  try {
    database.exec(`
      PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
      ${tables}
      PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${SCHEMA_VERSION};
    `);
    database.prepare('INSERT INTO vault (id) VALUES (?)').run(vaultId);
    fill(database);
  } finally {
    database.close();
  }
  renameSync(draft, join(directory, name));
  syncDirectory(directory);
}

/** Makes a rename survive a power cut. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
