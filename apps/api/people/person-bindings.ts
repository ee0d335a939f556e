import { DatabaseSync } from 'node:sqlite';

/**
 * Which agency each person was recorded by: a reference and an id, nothing personal. Written before the person, and kept after
 * the person is erased, so that a reference never changes hands. A file of its own: the vault knows nothing of agencies.
 */
export class PersonBindings {
  readonly #database: DatabaseSync;

  /** Opens the file, and makes it when it is not there. */
  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: 5_000 });
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS person (ref TEXT PRIMARY KEY, agency TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `);
  }

  /** The agency that recorded the person first; `null` for a reference that nobody used. */
  agencyOf(ref: string): string | null {
    const row = this.#database.prepare('SELECT agency FROM person WHERE ref = ?').get(ref);
    return row === undefined ? null : String(row['agency']);
  }

  /** Binds a reference that is free; answers whose it is now. Durable when it returns. */
  bind(ref: string, agency: string): string {
    this.#database.prepare('INSERT INTO person VALUES (?, ?) ON CONFLICT DO NOTHING').run(ref, agency);
    return this.agencyOf(ref) ?? agency;
  }

  close(): void {
    this.#database.close();
  }
}
