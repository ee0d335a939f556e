import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { SCHEMA, WRITER_PRAGMAS } from '../../libs/event-store/sqlite/schema.js';
import { settle } from './store-settle.js';

/** A finished row of the log, serialised before the clock starts. */
export type RawRow = readonly [
  position: number,
  stream: string,
  revision: number,
  version: number,
  type: string,
  id: string,
  hash: string,
  metadata: string,
  data: string,
];

/** The rows that a store wrote behind a position. */
export function rowsBehind(file: string, position: number): readonly RawRow[] {
  const database = new DatabaseSync(file, { readOnly: true, returnArrays: true });
  const rows = database
    .prepare(
      `SELECT e.position, s.name, e.revision, e.version, e.type, e.id, e.hash, e.metadata, e.data
       FROM events e JOIN streams s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position`,
    )
    .all(position) as unknown as readonly RawRow[];
  database.close();
  return rows;
}

/** All rows that a store wrote. */
export function rowsOf(file: string): readonly RawRow[] {
  return rowsBehind(file, 0);
}

/** {@link RawWriter} for a whole log at once; returns the seconds taken. */
export function writeRaw(file: string, rows: readonly RawRow[], perCommit: number): number {
  const writer = new RawWriter(file);
  const seconds = writer.write(rows, perCommit);
  writer.close();
  return seconds;
}

/** The floor: finished rows into the same tables with the same pragmas, and nothing else. */
export class RawWriter {
  readonly #database: DatabaseSync;
  readonly #streams = new Map<string, number>();
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #addStream: StatementSync;
  readonly #addEvent: StatementSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    this.#database.exec(SCHEMA);
    this.#database.exec(WRITER_PRAGMAS);
    this.#begin = this.#database.prepare('BEGIN IMMEDIATE');
    this.#commit = this.#database.prepare('COMMIT');
    this.#addStream = this.#database.prepare('INSERT INTO streams (id, name) VALUES (?, ?)');
    this.#addEvent = this.#database.prepare(
      `INSERT INTO events (position, stream, revision, version, type, id, hash, metadata, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** Writes the rows, `perCommit` to a transaction; returns the seconds taken. */
  write(rows: readonly RawRow[], perCommit: number): number {
    settle();
    const started = performance.now();
    for (let at = 0; at < rows.length; at += perCommit) {
      this.#begin.run();
      for (let index = at; index < Math.min(at + perCommit, rows.length); index++) this.#add(rows[index]!);
      this.#commit.run();
    }
    return (performance.now() - started) / 1000;
  }

  close(): void {
    this.#database.close();
  }

  #add([position, name, revision, version, type, id, hash, metadata, data]: RawRow): void {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      stream = this.#streams.size + 1;
      this.#streams.set(name, stream);
      this.#addStream.run(stream, name);
    }
    this.#addEvent.run(position, stream, revision, version, type, id, hash, metadata, data);
  }
}
