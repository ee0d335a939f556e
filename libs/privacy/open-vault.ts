import { GongkaiError } from '#kernel';
import { resolve } from 'node:path';
import { destroy, unfinished, type Stores } from './erasing/destroy.js';
import { openFiles } from './files/open-files.js';
import { guarded } from './files/vault-faults.js';
import { KeyStore } from './keys/key-store.js';
import { KeyWrap } from './keys/key-wrap.js';
import type { MasterKeys } from './keys/master-keys.js';
import { RecordStore } from './record-store.js';
import type { VaultWarning } from './vault-errors.js';
import { Vault } from './vault.js';

/** How to open a vault. */
export interface VaultOptions {
  /** Holds `keys.db` and `vault.db`; kept apart from the log. A writer makes it when it is not there. */
  readonly directory: string;
  readonly masterKeys: MasterKeys;
  /** `writer`: the one process that writes. `reader`: any number, also while a writer is at work. */
  readonly mode: 'writer' | 'reader';
  /** Told what an operator should know although work goes on. */
  readonly warn: (warning: VaultWarning) => void;
  /** Milliseconds to wait for short locks of other processes (default 5000). */
  readonly busyTimeout?: number;
}

/**
 * Opens the vault. A writer first finishes erasures that were cut off (warning `vault-scrub-incomplete` when it cannot).
 * Raises `vault-key-missing`, `vault-key-wrong`, `vault-master-keys-malformed`, `vault-file-missing`, `vault-foreign`,
 * `vault-newer`, `vault-locked`, `vault-read-only`, `vault-unreachable`, `vault-io-error`, `vault-full` (kind unavailable),
 * `vault-corrupt`; nothing is written then.
 */
export function openVault({ directory, masterKeys, mode, warn, busyTimeout = 5000 }: VaultOptions): Vault {
  return guarded(() => {
    const files = openFiles(resolve(directory), masterKeys, { mode, busyTimeout });
    try {
      const wrap = new KeyWrap(masterKeys, files.vaultId);
      const keys = new KeyStore(files.keys, wrap);
      const records = new RecordStore(files.records, files.vaultId);
      const stores: Stores = { keys, records, databases: [files.records, files.keys] };
      if (mode === 'writer') finishErasures(stores, warn);
      return new Vault({ stores, files, wrap, mode });
    } catch (error) {
      files.release();
      throw error;
    }
  });
}

/** Who was erased stays unreadable either way; a passing obstacle to clearing up must not keep the office from working. */
function finishErasures(stores: Stores, warn: (warning: VaultWarning) => void): void {
  try {
    destroy(stores, unfinished(stores));
  } catch (error) {
    if (!(error instanceof GongkaiError) || error.code !== 'vault-scrub-incomplete') throw error;
    warn({ code: 'vault-scrub-incomplete', message: error.message });
  }
}
