import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVault, type MasterKeys, type Vault, type VaultOptions, type VaultWarning } from '../index.js';
import { li, testKeys, zhang } from './people.testkit.js';

/** A directory of one test with a vault in it; closes what it opened and removes everything. */
export class VaultDirectory implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'gongkai-vault-'));
  readonly warnings: VaultWarning[] = [];
  readonly #opened: Vault[] = [];

  open(options: Partial<VaultOptions> = {}): Vault {
    const vault = openVault({
      directory: this.path,
      masterKeys: testKeys,
      mode: 'writer',
      warn: (warning) => this.warnings.push(warning),
      busyTimeout: 200,
      ...options,
    });
    this.#opened.push(vault);
    return vault;
  }

  reader(masterKeys: MasterKeys = testKeys): Vault {
    return this.open({ mode: 'reader', masterKeys });
  }

  /** Leaves a closed vault with two persons and a text. */
  fill(): void {
    const vault = this.open();
    vault.put('p-1', zhang);
    vault.putText('p-1', 'c-1', 'request', '某某材料');
    vault.put('p-2', { ...li, identityNumber: 'E00000002' });
    vault.close();
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** Another program's hand in one of the files. */
  sql<T>(name: 'keys.db' | 'vault.db', work: (database: DatabaseSync) => T): T {
    const database = new DatabaseSync(this.file(name), { timeout: 1000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  /** Names of all files that hold these bytes. */
  filesWith(wanted: string | Uint8Array): readonly string[] {
    const bytes = typeof wanted === 'string' ? Buffer.from(wanted) : Buffer.from(wanted);
    return readdirSync(this.path)
      .filter((name) => readFileSync(this.file(name)).includes(bytes))
      .sort();
  }

  /** How many of these stand in any file. */
  countIn(wanted: readonly Uint8Array[], directory = this.path): number {
    const all = Buffer.concat(readdirSync(directory).map((name) => readFileSync(join(directory, name))));
    return wanted.filter((bytes) => all.includes(Buffer.from(bytes))).length;
  }

  [Symbol.dispose](): void {
    for (const vault of this.#opened) vault.close();
    rmSync(this.path, { recursive: true, force: true });
  }
}
