import { CommandReused, OutcomeUnknown, StoreUnavailable, type CommandMetadata } from '#kernel';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { chainHash } from '../chain.js';
import type { Appended } from '../port.js';
import { positionOf } from '../positions.js';
import type { PreparedAppend } from '../prepare-append.js';
import { conflict, isExpected, repeatOf, type KnownEvent } from '../repeat.js';
import type { AcknowledgedHead } from './acknowledged-head.js';
import type { PageKeeper } from './page-keeper.js';
import { isCleanRefusal, isConstraint, translated } from './sqlite-faults.js';
import { query, type Query } from './statements.js';
import { StreamHeads, type StreamHead } from './stream-heads.js';

/** The answer to one append: its place, or why it was refused. */
export type Outcome = Appended | { readonly refused: unknown };

type KnownRow = readonly [
  stream: string,
  revision: number,
  position: number,
  type: string,
  version: number,
  data: string,
  metadata: string,
];

/** The writing half of the adapter: one transaction for a group of appends, each decided on its own against what is stored. */
export class LogWriter {
  readonly #database: DatabaseSync;
  readonly #heads: StreamHeads;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #insert: StatementSync;
  readonly #known: Query<[string], KnownRow>;
  readonly #last: Query<[], readonly [number]>;
  /** Number of the newest event; undefined when it must be asked for. */
  #lastNumber: number | undefined;
  /** Hash of the newest event, if this writer wrote it. */
  #lastHash: string | undefined;
  readonly #acknowledged: AcknowledgedHead;
  readonly #pages: PageKeeper;
  #broken = false;

  constructor(database: DatabaseSync, acknowledged: AcknowledgedHead, pages: PageKeeper) {
    this.#database = database;
    this.#acknowledged = acknowledged;
    this.#pages = pages;
    this.#heads = new StreamHeads(database);
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commit = database.prepare('COMMIT');
    this.#insert = database.prepare(
      `INSERT INTO events (position, stream, revision, version, type, id, hash, metadata, data)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#known = query(
      database,
      `SELECT s.name, e.revision, e.position, e.type, e.version, e.data, e.metadata
       FROM events e JOIN streams s ON s.id = e.stream WHERE e.id = ?`,
    );
    this.#last = query(database, 'SELECT coalesce(max(position), 0) FROM events');
  }

  /** Decides and writes a group. When it returns, every outcome that says `written` is on the disk. Never throws. */
  write(group: readonly PreparedAppend[]): readonly Outcome[] {
    try {
      if (this.#broken) throw new StoreUnavailable('store-failed', '磁盘出错后事件库已停止写入，请检查磁盘并重启服务');
      return this.#transaction(group, false);
    } catch (error) {
      return group.map((append) => this.#withoutWriting(append, error));
    }
  }

  /**
   * First on the assumption that all ids are new, with the unique index to object; if it does, once more from the start,
   * looking every id up beforehand. Looking up always would cost more than all other work beside the insert.
   */
  #transaction(group: readonly PreparedAppend[], lookUpIds: boolean): readonly Outcome[] {
    this.#begin.run();
    let outcomes: readonly Outcome[];
    try {
      outcomes = group.map((append) => this.#decide(append, lookUpIds));
    } catch (error) {
      this.#rollBack();
      if (isConstraint(error) && !lookUpIds) return this.#transaction(group, true);
      throw error;
    }
    try {
      this.#commit.run();
    } catch (error) {
      this.#rollBack();
      if (isCleanRefusal(error)) throw error;
      // The commit record may or may not be on the disk; only opening the file anew can tell. Until then nothing is written.
      this.#broken = true;
      throw new OutcomeUnknown('', { cause: error });
    }
    if (this.#lastNumber !== undefined && this.#lastHash !== undefined) {
      this.#acknowledged.write({ number: this.#lastNumber, hash: this.#lastHash });
    }
    this.#pages.afterCommit();
    return outcomes;
  }

  #decide(append: PreparedAppend, lookUpIds: boolean): Outcome {
    const head = this.#heads.get(append.stream);
    if (lookUpIds || !isExpected(append, head.revision)) {
      const answer = this.#answerFromStored(append, head);
      if (answer) return answer;
    }
    return this.#insertAll(append, head);
  }

  #insertAll({ stream, events, metadata }: PreparedAppend, head: StreamHead): Outcome {
    const streamId = head.streamId ?? this.#heads.create(stream);
    let { revision, hash } = head;
    let number = (this.#lastNumber ??= this.#last.one()?.[0] ?? 0);
    for (const { id, type, version, data } of events) {
      revision++;
      number++;
      hash = chainHash(hash, { id, type, version, stream, revision, data, metadata });
      this.#insert.run(number, streamId, revision, version, type, id, hash, metadata, data);
    }
    this.#lastNumber = number;
    this.#lastHash = hash;
    this.#heads.set(stream, { streamId, revision, hash });
    return { revision, position: positionOf(number), written: true };
  }

  /** The answer that needs no writing: a repetition, a reuse of an id, a conflict. Undefined when the append is to be written. */
  #answerFromStored(append: PreparedAppend, head: StreamHead): Outcome | undefined {
    try {
      const known = append.events.map((event) => this.#knownEvent(event.id));
      const repeated = repeatOf(append, known);
      if (repeated) return repeated;
    } catch (error) {
      if (error instanceof CommandReused) return { refused: error };
      throw error;
    }
    return isExpected(append, head.revision) ? undefined : { refused: conflict(append, head.revision) };
  }

  /** The answer when the group could not be written: what the store can say from what it holds, else the fault. */
  #withoutWriting(append: PreparedAppend, error: unknown): Outcome {
    const fault =
      error instanceof OutcomeUnknown ? new OutcomeUnknown(append.stream, { cause: error.cause }) : translated(error);
    try {
      return this.#answerFromStored(append, this.#heads.get(append.stream)) ?? { refused: fault };
    } catch {
      // Not even readable: the first fault says more than the second.
      return { refused: fault };
    }
  }

  #knownEvent(id: string): KnownEvent | undefined {
    const row = this.#known.one(id);
    if (row === undefined) return undefined;
    const [stream, revision, number, type, version, data, metadata] = row;
    const { actor, agency, on } = JSON.parse(metadata) as CommandMetadata;
    return { stream, revision, position: positionOf(number), type, version, data, actor, agency, on };
  }

  /** Back to what is stored, in the file and in memory. */
  #rollBack(): void {
    this.#heads.forget();
    this.#lastNumber = undefined;
    this.#lastHash = undefined;
    // SQLite has often rolled back by itself after a full disk.
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }
}
