import { GongkaiError } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { unfinished } from '../erasing/destroy.js';
import { query } from '../files/statements.js';
import { guarded } from '../files/vault-faults.js';
import type { KeyStore } from '../keys/key-store.js';
import type { RecordStore } from '../record-store.js';
import { keyLost, vaultCorrupt } from '../vault-errors.js';

/** A fault that {@link verifyVault} found. Holds nothing personal. */
export interface VaultDamage {
  readonly message: string;
  readonly personRef?: string;
}

/** What a check of the whole vault found. */
export interface VaultVerification {
  /** Persons with ciphertexts, and the ciphertexts of all of them. */
  readonly persons: number;
  readonly records: number;
  readonly erased: number;
  /** Erasures whose old bytes may still stand in a file; the next writer that opens the vault, or erases, clears them. */
  readonly unscrubbed: number;
  /** Pages of the files first, then by person. Empty when all is well. */
  readonly damage: readonly VaultDamage[];
}

interface Stores {
  readonly keys: KeyStore;
  readonly records: RecordStore;
}

/** Opens every key and every ciphertext, and has SQLite check the pages of both files. Keeps nothing of what it reads. */
export function verifyVault(
  { keys, records }: Stores,
  databases: { readonly keys: DatabaseSync; readonly records: DatabaseSync },
): VaultVerification {
  const damage: VaultDamage[] = [];
  checkPages(databases.keys, 'keys.db', damage);
  checkPages(databases.records, 'vault.db', damage);
  attempt(damage, undefined, () => keys.identitySecret().fill(0));
  const persons = names(databases.records, 'SELECT DISTINCT person FROM records ORDER BY person');
  const known = new Set([...persons, ...names(databases.keys, 'SELECT person FROM data_keys ORDER BY person')]);
  let count = 0;
  for (const person of known) count += checkPerson({ keys, records }, person, damage);
  return {
    persons: persons.length,
    records: count,
    erased: keys.erasures().length,
    unscrubbed: unfinished({ keys, records }).length,
    damage,
  };
}

function checkPerson({ keys, records }: Stores, person: string, damage: VaultDamage[]): number {
  const places = records.list(person);
  attempt(damage, person, () => {
    const key = keys.keyOf(person);
    // Looked up after the key: a writer may be erasing. What an erasure has not cleared away yet is counted elsewhere.
    if (keys.erasure(person) ?? records.erasure(person)) return;
    if (!key) throw keyLost(person);
    for (const place of places) {
      attempt(damage, person, () => {
        const stored = records.find(place);
        if (stored) records.open(key, stored).fill(0);
      });
    }
    key.fill(0);
  });
  return places.length;
}

function checkPages(database: DatabaseSync, file: string, damage: VaultDamage[]): void {
  attempt(damage, undefined, () => {
    const [found] = query<[], readonly [string]>(database, 'PRAGMA integrity_check(1)').one() ?? [];
    if (found !== 'ok') throw vaultCorrupt(`${file} 的文件结构已损坏`, { file });
  });
}

function names(database: DatabaseSync, sql: string): readonly string[] {
  return query<[], readonly [string]>(database, sql)
    .all()
    .map(([name]) => name);
}

/** Notes what is corrupt and goes on; everything else is no finding and goes up. */
function attempt(damage: VaultDamage[], personRef: string | undefined, work: () => void): void {
  try {
    guarded(work);
  } catch (error) {
    if (!(error instanceof GongkaiError) || error.kind !== 'corrupt') throw error;
    damage.push({ message: error.message, ...(personRef === undefined ? {} : { personRef }) });
  }
}
