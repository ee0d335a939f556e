import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CHAIN_START } from '../chain.js';
import { NO_REVISION } from '../repeat.js';
import { query, type Query } from './statements.js';

/** The end of a stream: what the next event is checked against and chained to. */
export interface StreamHead {
  /** Undefined while the stream has never been written to. */
  readonly streamId: number | undefined;
  /** {@link NO_REVISION} for a stream without events. */
  readonly revision: number;
  readonly hash: string;
}

/** Streams remembered at most; about 200 bytes each. */
const MAX_REMEMBERED = 50_000;

const NEW_STREAM: StreamHead = { streamId: undefined, revision: NO_REVISION, hash: CHAIN_START };

/**
 * Ends of streams as stored, remembered by the one writer. Only ever filled from the store or from rows of the transaction
 * under way; {@link forget} must follow every rollback.
 */
export class StreamHeads {
  readonly #remembered = new Map<string, StreamHead>();
  readonly #load: Query<[string], readonly [number, number | null, string | null]>;
  readonly #create: StatementSync;

  constructor(database: DatabaseSync) {
    this.#load = query(
      database,
      `SELECT s.id, e.revision, e.hash FROM streams s LEFT JOIN events e ON e.stream = s.id
       WHERE s.name = ? ORDER BY e.revision DESC LIMIT 1`,
    );
    this.#create = database.prepare('INSERT INTO streams (name) VALUES (?)');
  }

  get(stream: string): StreamHead {
    const known = this.#remembered.get(stream);
    if (known) return known;
    const row = this.#load.one(stream);
    if (row === undefined) return NEW_STREAM;
    const head = { streamId: row[0], revision: row[1] ?? NO_REVISION, hash: row[2] ?? CHAIN_START };
    this.set(stream, head);
    return head;
  }

  set(stream: string, head: StreamHead): void {
    if (this.#remembered.size >= MAX_REMEMBERED && !this.#remembered.has(stream)) this.#dropOldest();
    this.#remembered.set(stream, head);
  }

  /** Gives a new stream its row and number. */
  create(stream: string): number {
    return Number(this.#create.run(stream).lastInsertRowid);
  }

  forget(): void {
    this.#remembered.clear();
  }

  #dropOldest(): void {
    for (const stream of this.#remembered.keys()) {
      this.#remembered.delete(stream);
      return;
    }
  }
}
