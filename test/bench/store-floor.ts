import { DatabaseSync } from 'node:sqlite';
import { SCHEMA, WRITER_PRAGMAS } from '../../libs/event-store/sqlite/schema.js';

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

/** All rows that a store wrote. */
export function rowsOf(file: string): readonly RawRow[] {
  const database = new DatabaseSync(file, { readOnly: true, returnArrays: true });
  const rows = database
    .prepare(
      `SELECT e.position, s.name, e.revision, e.version, e.type, e.id, e.hash, e.metadata, e.data
       FROM events e JOIN streams s ON s.id = e.stream ORDER BY e.position`,
    )
    .all() as unknown as readonly RawRow[];
  database.close();
  return rows;
}

/**
 * The floor: the same rows into the same tables with the same pragmas, `perCommit` to a transaction, nothing else.
 * Returns the seconds taken.
 */
export function writeRaw(file: string, rows: readonly RawRow[], perCommit: number): number {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec(SCHEMA);
  database.exec(WRITER_PRAGMAS);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const addStream = database.prepare('INSERT INTO streams (id, name) VALUES (?, ?)');
  const addEvent = database.prepare(
    `INSERT INTO events (position, stream, revision, version, type, id, hash, metadata, data)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const streams = new Map<string, number>();
  const started = performance.now();
  for (let at = 0; at < rows.length; at += perCommit) {
    begin.run();
    for (let index = at; index < Math.min(at + perCommit, rows.length); index++) {
      const [position, name, revision, version, type, id, hash, metadata, data] = rows[index]!;
      let stream = streams.get(name);
      if (stream === undefined) {
        stream = streams.size + 1;
        streams.set(name, stream);
        addStream.run(stream, name);
      }
      addEvent.run(position, stream, revision, version, type, id, hash, metadata, data);
    }
    commit.run();
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return seconds;
}
