import type { DatabaseSync } from 'node:sqlite';
import { erasureOf, TOMBSTONE_COLUMNS, tombstoneRow, type TombstoneRow } from './erasing/tombstones.js';
import { query, transaction } from './files/statements.js';
import { seal, unseal } from './keys/seal.js';
import type { Erasure } from './person/erasure.js';
import { vaultCorrupt } from './vault-errors.js';

/** Where a ciphertext stands. The record of the person: {@link personRecord}. */
export interface RecordPlace {
  readonly person: string;
  readonly caseId: string;
  readonly name: string;
}

/** A ciphertext. */
export interface StoredRecord extends RecordPlace {
  /** 1, then one more with every writing. */
  readonly version: number;
  readonly sealed: Uint8Array;
}

/** The place of what is known about the person, as against texts of a case. */
export function personRecord(person: string): RecordPlace {
  return { person, caseId: '', name: 'person' };
}

/** The file `vault.db`: ciphertexts, each bound to vault, person, case, name and version. */
export class RecordStore {
  readonly #database: DatabaseSync;
  readonly #vaultId: string;
  readonly #find;
  readonly #ofPerson;
  readonly #erasure;
  readonly #put;

  constructor(database: DatabaseSync, vaultId: string) {
    this.#database = database;
    this.#vaultId = vaultId;
    this.#find = query<[string, string, string], readonly [number, Uint8Array]>(
      database,
      'SELECT version, sealed FROM records WHERE person = ? AND case_id = ? AND name = ?',
    );
    this.#ofPerson = query<[string], readonly [string, string, number]>(
      database,
      'SELECT case_id, name, version FROM records WHERE person = ? ORDER BY case_id, name',
    );
    this.#erasure = query<[string], TombstoneRow>(
      database,
      `SELECT ${TOMBSTONE_COLUMNS} FROM erasures WHERE person = ?`,
    );
    this.#put = database.prepare(
      `INSERT INTO records (person, case_id, name, version, sealed) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET version = excluded.version, sealed = excluded.sealed`,
    );
  }

  find(place: RecordPlace): StoredRecord | undefined {
    const row = this.#find.one(place.person, place.caseId, place.name);
    return row && { ...place, version: row[0], sealed: row[1] };
  }

  /** What stands under a person, without the ciphertexts. */
  list(person: string): readonly Omit<StoredRecord, 'sealed'>[] {
    return this.#ofPerson.all(person).map(([caseId, name, version]) => ({ person, caseId, name, version }));
  }

  /** Encrypts and stores as the next version; answers with its number. */
  put(key: Uint8Array, place: RecordPlace, plain: Uint8Array): number {
    const version = (this.find(place)?.version ?? 0) + 1;
    const sealed = seal(key, plain, this.#bound(place, version));
    this.#put.run(place.person, place.caseId, place.name, version, sealed);
    return version;
  }

  /** Decrypts. Raises `vault-corrupt` when key, bytes, place or version are not those of the writing. */
  open(key: Uint8Array, { sealed, version, ...place }: StoredRecord): Buffer {
    const plain = unseal(key, sealed, this.#bound(place, version));
    if (plain) return plain;
    const { person: personRef, caseId, name } = place;
    throw vaultCorrupt('个人信息密文已损坏或被调换', { file: 'vault.db', personRef, caseId, name });
  }

  erasure(person: string): Erasure | undefined {
    const row = this.#erasure.one(person);
    return row && erasureOf(row);
  }

  erasures(): readonly Erasure[] {
    const sql = `SELECT ${TOMBSTONE_COLUMNS} FROM erasures ORDER BY person`;
    return query<[], TombstoneRow>(this.#database, sql).all().map(erasureOf);
  }

  /** Removes the ciphertexts of persons whose keys are destroyed, and sets the tombstones. */
  destroy(erasures: readonly Erasure[]): void {
    const overwrite = this.#database.prepare('UPDATE records SET sealed = zeroblob(length(sealed)) WHERE person = ?');
    const remove = this.#database.prepare('DELETE FROM records WHERE person = ?');
    const mark = this.#database.prepare(
      `INSERT INTO erasures (${TOMBSTONE_COLUMNS}) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    transaction(this.#database, () => {
      for (const erasure of erasures) {
        overwrite.run(erasure.personRef);
        remove.run(erasure.personRef);
        mark.run(...tombstoneRow(erasure));
      }
    });
  }

  #bound({ person, caseId, name }: RecordPlace, version: number): (string | number)[] {
    return ['gongkai-vault-record-1', this.#vaultId, person, caseId, name, version];
  }
}
