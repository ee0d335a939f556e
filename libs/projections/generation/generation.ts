import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable, type Position, type RecordedEvent } from '#kernel';
import { definitionDigest } from '../definition.js';
import { viewCorrupt, viewError } from '../projection-errors.js';
import type { Projection, ProjectionHandlers } from '../projection.js';
import type { StreamHistory } from '../stream-history.js';
import {
  AT_START,
  CHECKPOINT_SCHEMA,
  checkpointMover,
  insertCheckpoint,
  movedOver,
  readCheckpoint,
  type Checkpoint,
} from './checkpoint.js';

/** Path of a generation that lives in memory. */
export const IN_MEMORY = ':memory:';

/**
 * Synchronous NORMAL in WAL mode: a power cut may take the last transactions, never a part of one. Rows and checkpoint
 * go together, so what is lost is folded again from the log. The file is disposable; only the log is not.
 */
const PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;';
const BUSY_TIMEOUT_MS = 5000;

/** One file of a projection, opened by its one writer: rows and checkpoint, moved forward together. */
export class Generation {
  readonly db: DatabaseSync;
  #checkpoint: Checkpoint;
  /** Undefined after a rollback, until the next fold: see {@link Projection.open}. */
  #handlers: ProjectionHandlers | undefined;
  readonly #moveCheckpoint: (from: Checkpoint, to: Checkpoint) => void;

  private constructor(
    readonly path: string,
    readonly projection: Projection,
    begin: (db: DatabaseSync) => Checkpoint,
  ) {
    this.db = guarded(() => new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS }));
    try {
      this.db.exec(PRAGMAS);
      this.#checkpoint = begin(this.db);
      this.#moveCheckpoint = checkpointMover(this.db);
      this.#handlers = projection.open(this.db);
    } catch (error) {
      this.db.close();
      throw viewError(error);
    }
  }

  /** A new, empty file. Nothing may exist at `path`. Raises `view-unavailable`, or what the projection's schema raises. */
  static create(path: string, projection: Projection): Generation {
    return new Generation(path, projection, (db) => {
      db.exec('BEGIN IMMEDIATE');
      db.exec(CHECKPOINT_SCHEMA);
      db.exec(projection.schema);
      insertCheckpoint(db, definitionDigest(projection));
      db.exec('COMMIT');
      return AT_START;
    });
  }

  /** A file made before, every page of it checked. Raises `view-unavailable` or `view-corrupt`. */
  static open(path: string, projection: Projection): Generation {
    return new Generation(path, projection, (db) => {
      const found = db.prepare('PRAGMA quick_check(1)').get();
      if (found?.['quick_check'] !== 'ok') throw viewCorrupt('视图文件已损坏');
      return readCheckpoint(db, definitionDigest(projection));
    });
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  get position(): Position {
    return this.#checkpoint.position;
  }

  /**
   * Folds `events` and moves the checkpoint to `next`, all in one transaction or not at all. Every event must lie behind
   * the checkpoint. Raises what the fold throws, `view-unavailable` or `view-corrupt`; nothing is then changed.
   */
  async fold(events: readonly RecordedEvent[], next: Position, history: StreamHistory): Promise<void> {
    const handlers = (this.#handlers ??= this.projection.open(this.db));
    const prepared = events.length > 0 ? await handlers.prepare?.(events, history) : undefined;
    const to = movedOver(this.#checkpoint, events, next);
    try {
      this.db.exec('BEGIN IMMEDIATE');
      if (events.length > 0) refusePromise(handlers.apply(events, prepared));
      this.#moveCheckpoint(this.#checkpoint, to);
      this.db.exec('COMMIT');
    } catch (error) {
      this.#undo();
      throw viewError(error);
    }
    this.#checkpoint = to;
  }

  /** Lets go of the file; closing the last connection folds the WAL into it. */
  close(): void {
    if (this.db.isOpen) this.db.close();
  }

  /** Closes so that the database file alone is everything, and may be renamed. Raises `view-unavailable` if it cannot be. */
  closeWhole(): void {
    const [result] = this.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    this.close();
    if (result?.['busy'] === 1) throw new StoreUnavailable('view-unavailable', '视图文件正被另一进程使用');
  }

  #undo(): void {
    this.#handlers = undefined;
    // SQLite has rolled back by itself after some errors (disk full).
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }
}

function refusePromise(result: unknown): void {
  const waits = typeof result === 'object' && result !== null && 'then' in result;
  if (waits) throw new TypeError('apply must be synchronous: what it does later is outside the transaction');
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw viewError(error);
  }
}
