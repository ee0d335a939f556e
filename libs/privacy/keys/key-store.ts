import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { erasureOf, TOMBSTONE_COLUMNS, tombstoneRow, type TombstoneRow } from '../erasing/tombstones.js';
import { query, transaction } from '../files/statements.js';
import type { Erasure } from '../person/erasure.js';
import { vaultCorrupt } from '../vault-errors.js';
import { IDENTITY_SECRET } from './first-keys.js';
import type { KeyWrap, WrappedKey } from './key-wrap.js';
import { KEY_BYTES } from './master-keys.js';

type KeyRow = readonly [master: string, known: string | null, sealed: Uint8Array];

/** The owner of a data key, for {@link KeyWrap}. */
export function ownedBy(person: string): readonly ['person', string] {
  return ['person', person];
}

/**
 * The file `keys.db`. Whether a person can be read is decided here and nowhere else: no key, no person. Nothing is kept in
 * memory between calls, so that a process that only reads notices an erasure by another at once.
 */
export class KeyStore {
  readonly #database: DatabaseSync;
  readonly #wrap: KeyWrap;
  readonly #key;
  readonly #secret;
  readonly #owner;
  readonly #erasure;

  /** Raises `vault-key-missing`, `vault-key-wrong` when the master keys are not those that the stored keys need. */
  constructor(database: DatabaseSync, wrap: KeyWrap) {
    this.#database = database;
    this.#wrap = wrap;
    const masters = query<[], readonly [string, Uint8Array]>(database, 'SELECT id, proof FROM masters').all();
    for (const [id, proof] of masters) wrap.check(id, proof);
    const wrapped = (table: string, column: string): string =>
      `SELECT k.master, m.id, k.sealed FROM ${table} k LEFT JOIN masters m ON m.id = k.master WHERE k.${column} = ?`;
    this.#key = query<[string], KeyRow>(database, wrapped('data_keys', 'person'));
    this.#secret = query<[string], KeyRow>(database, wrapped('secrets', 'name'));
    this.#owner = query<[Uint8Array], readonly [string]>(database, 'SELECT person FROM identities WHERE hash = ?');
    this.#erasure = query<[string], TombstoneRow>(
      database,
      `SELECT ${TOMBSTONE_COLUMNS} FROM erasures WHERE person = ?`,
    );
  }

  /** The key of a person, undefined when there is none; the caller fills it with zeros. Raises `vault-corrupt`. */
  keyOf(person: string): Buffer | undefined {
    const row = this.#key.one(person);
    return row && this.#unwrapped(row, ownedBy(person));
  }

  /** Ids of the master keys under which anything is wrapped, in order. */
  masters(): readonly string[] {
    const sql = 'SELECT master FROM data_keys UNION SELECT master FROM secrets ORDER BY master';
    return query<[], readonly [string]>(this.#database, sql)
      .all()
      .map(([id]) => id);
  }

  /** Whether there is a key; it is not opened. */
  hasKey(person: string): boolean {
    return this.#key.one(person) !== undefined;
  }

  /** The secret behind identity hashes; the caller fills it with zeros. */
  identitySecret(): Buffer {
    const row = this.#secret.one(IDENTITY_SECRET[1]);
    if (!row) throw vaultCorrupt('密钥库缺少证件号码索引的密钥', { file: 'keys.db' });
    return this.#unwrapped(row, IDENTITY_SECRET);
  }

  /**
   * The key of a person, made when there is none, with one more identity hash that leads to the person. A hash is a hint
   * only: whoever follows it looks whether the record says the same, so one that a kill left behind does no harm.
   */
  prepare(person: string, identity: Uint8Array | undefined): Buffer {
    const known = this.keyOf(person);
    const key = known ?? randomBytes(KEY_BYTES);
    transaction(this.#database, () => {
      if (!known) this.#insertKey(person, this.#wrap.wrap(key, ownedBy(person)));
      if (identity === undefined || this.ownerOf(identity) === person) return;
      this.#run('INSERT OR REPLACE INTO identities (hash, person) VALUES (?, ?)', identity, person);
    });
    return key;
  }

  /** Forgets every identity hash of a person but this one. */
  keepOnlyIdentity(person: string, identity: Uint8Array | undefined): void {
    this.#run('DELETE FROM identities WHERE person = ? AND hash <> ?', person, identity ?? new Uint8Array());
  }

  /** To whom a hash leads. A hint: see {@link prepare}. */
  ownerOf(identity: Uint8Array): string | undefined {
    return this.#owner.one(identity)?.[0];
  }

  erasure(person: string): Erasure | undefined {
    const row = this.#erasure.one(person);
    return row && erasureOf(row);
  }

  /** Every erasure, in the order of references; with `unscrubbed`, those only whose bytes may still stand in a file. */
  erasures({ unscrubbed = false } = {}): readonly Erasure[] {
    const where = unscrubbed ? 'WHERE scrubbed = 0' : '';
    const sql = `SELECT ${TOMBSTONE_COLUMNS} FROM erasures ${where} ORDER BY person`;
    return query<[], TombstoneRow>(this.#database, sql).all().map(erasureOf);
  }

  /** Destroys keys and identity hashes and sets the tombstones, in one transaction: after it nobody can read these persons. */
  destroy(erasures: readonly Erasure[]): void {
    transaction(this.#database, () => {
      for (const erasure of erasures) {
        const person = erasure.personRef;
        // Overwritten in place first: same length, same cell.
        this.#run('UPDATE data_keys SET sealed = zeroblob(length(sealed)) WHERE person = ?', person);
        this.#run('DELETE FROM data_keys WHERE person = ?', person);
        this.#run('DELETE FROM identities WHERE person = ?', person);
        this.#run(
          `INSERT INTO erasures (${TOMBSTONE_COLUMNS}, scrubbed) VALUES (?, ?, ?, ?, 0)
           ON CONFLICT DO UPDATE SET scrubbed = 0`,
          ...tombstoneRow(erasure),
        );
      }
    });
  }

  /** Notes that no byte of these persons is left in either file. */
  markScrubbed(erasures: readonly Erasure[]): void {
    transaction(this.#database, () => {
      for (const { personRef } of erasures) this.#run('UPDATE erasures SET scrubbed = 1 WHERE person = ?', personRef);
    });
  }

  #insertKey(person: string, { master, sealed }: WrappedKey): void {
    this.#run('INSERT OR IGNORE INTO masters (id, proof) VALUES (?, ?)', master, this.#wrap.proof(master));
    this.#run('INSERT INTO data_keys (person, master, sealed) VALUES (?, ?, ?)', person, master, sealed);
  }

  #unwrapped([master, known, sealed]: KeyRow, owner: readonly [string, string]): Buffer {
    if (known === null)
      throw vaultCorrupt('密钥库中的数据密钥指向未登记的主密钥', { file: 'keys.db', owner: owner[1] });
    return this.#wrap.unwrap({ master, sealed }, owner);
  }

  #run(sql: string, ...values: (string | Uint8Array)[]): void {
    this.#database.prepare(sql).run(...values);
  }
}
