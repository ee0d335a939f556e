import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { KeyWrap } from './key-wrap.js';
import { KEY_BYTES, type MasterKeys } from './master-keys.js';

/** The owner, for {@link KeyWrap}, of the secret behind `identityHash`. */
export const IDENTITY_SECRET = ['secret', 'identity'] as const;

/** What a new key store holds: the proof of the current master key and the secret for identity hashes. */
export function firstKeys(masterKeys: MasterKeys, vaultId: string): (database: DatabaseSync) => void {
  return (database) => {
    const wrap = new KeyWrap(masterKeys, vaultId);
    const { master, sealed } = wrap.wrap(randomBytes(KEY_BYTES), IDENTITY_SECRET);
    database.prepare('INSERT INTO masters (id, proof) VALUES (?, ?)').run(master, wrap.proof(master));
    database
      .prepare('INSERT INTO secrets (name, master, sealed) VALUES (?, ?, ?)')
      .run(IDENTITY_SECRET[1], master, sealed);
    wrap.close();
  };
}
