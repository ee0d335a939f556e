/** One of the two files of a vault. */
export interface VaultFile {
  readonly name: 'keys.db' | 'vault.db';
  /** Four letters in ASCII that mark the file (PRAGMA application_id). */
  readonly applicationId: number;
  readonly tables: string;
}

/** Version of the tables of both files (PRAGMA user_version). */
export const SCHEMA_VERSION = 1;

/** The id of the vault, the same in both files: tells a key store from that of another vault. */
const VAULT_TABLE = 'CREATE TABLE vault (id TEXT PRIMARY KEY) STRICT;';

/**
 * `GKKY`. Wrapped keys and whatever a key store of its own, backed up for a shorter time, must forget with them.
 * `masters.proof` is derived from a master key: tells a wrong key from a damaged file.
 * `erasures.scrubbed`: 1 once no byte of the person is left in either file.
 */
export const KEYS_FILE: VaultFile = {
  name: 'keys.db',
  applicationId: 0x474b4b59,
  tables: `
    ${VAULT_TABLE}
    CREATE TABLE masters (id TEXT PRIMARY KEY, proof BLOB NOT NULL) STRICT;
    CREATE TABLE secrets (name TEXT PRIMARY KEY, master TEXT NOT NULL, sealed BLOB NOT NULL) STRICT;
    CREATE TABLE data_keys (person TEXT PRIMARY KEY, master TEXT NOT NULL, sealed BLOB NOT NULL) STRICT;
    CREATE TABLE identities (hash BLOB PRIMARY KEY, person TEXT NOT NULL) STRICT;
    CREATE INDEX identities_of_person ON identities (person);
    CREATE TABLE erasures (
      person TEXT PRIMARY KEY,
      erased_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      approved_by TEXT NOT NULL,
      scrubbed INTEGER NOT NULL
    ) STRICT;
  `,
};

/**
 * `GKPV`. Ciphertexts. The record of the person has an empty case id and the name `person`; texts have both.
 * Tombstones stand here too: they outlive a key store that was restored from a backup of before the erasure.
 */
export const RECORDS_FILE: VaultFile = {
  name: 'vault.db',
  applicationId: 0x474b5056,
  tables: `
    ${VAULT_TABLE}
    CREATE TABLE records (
      person TEXT NOT NULL,
      case_id TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (person, case_id, name)
    ) STRICT;
    CREATE TABLE erasures (
      person TEXT PRIMARY KEY,
      erased_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      approved_by TEXT NOT NULL
    ) STRICT;
  `,
};

/**
 * `secure_delete` overwrites with zeros what is deleted; the other half of forgetting is {@link scrub}.
 * `temp_store`: a VACUUM must not leave copies in the system's temporary directory.
 */
export const WRITER_PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
`;
