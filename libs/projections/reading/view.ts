import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Position } from '#kernel';
import { definitionDigest } from '../definition.js';
import { readCheckpoint, type Checkpoint } from '../generation/checkpoint.js';
import { viewError } from '../projection-errors.js';
import type { Projection } from '../projection.js';

/** A connection to the rows in service, and what makes it out of date. */
export interface ViewSource {
  /** Tells one generation from the next; undefined when none is in service. Cheap: asked at every use. */
  current(): string | object | undefined;
  /** Opens the rows in service. Raises `view-unavailable` when there are none. */
  open(): { readonly db: DatabaseSync; close(): void };
}

/**
 * The rows of a projection, for queries. Always those of the generation in service: after a swap the next use opens the
 * new file. Take `db` and statements at each use and do not keep them; read a query to its end (`all`, `get`), since
 * an iterator left open holds the connection at the rows of its beginning.
 */
export class View {
  #opened: { readonly of: string | object | undefined; readonly db: DatabaseSync; close(): void } | undefined;
  readonly #statements = new Map<string, StatementSync>();

  constructor(
    private readonly projection: Projection,
    private readonly source: ViewSource,
  ) {}

  /** A read connection. Raises `view-unavailable` (kind unavailable) while no file is in service. */
  get db(): DatabaseSync {
    const current = this.source.current();
    if (this.#opened && current !== undefined && this.#opened.of === current) return this.#opened.db;
    this.close();
    try {
      this.#opened = { of: current, ...this.source.open() };
    } catch (error) {
      throw viewError(error);
    }
    return this.#opened.db;
  }

  /** A prepared statement, made once for each text: bind values, never paste them into the text. */
  statement(sql: string): StatementSync {
    const { db } = this;
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** How far the rows have come that this connection sees. */
  position(): Position {
    return this.checkpoint().position;
  }

  /** {@link position}, with how many events were folded and the last of them. */
  checkpoint(): Checkpoint {
    return readCheckpoint(this.db, definitionDigest(this.projection));
  }

  /** Several queries over one state of the rows, also while another process writes. `read` is synchronous. */
  snapshot<T>(read: (view: this) => T): T {
    const { db } = this;
    db.exec('BEGIN');
    try {
      return read(this);
    } finally {
      db.exec('COMMIT');
    }
  }

  /** Lets go of the connection; the next use opens another. */
  close(): void {
    this.#statements.clear();
    this.#opened?.close();
    this.#opened = undefined;
  }
}
