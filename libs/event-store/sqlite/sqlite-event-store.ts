import { StoreUnavailable, type CommandMetadata, type NewEvent, type Position, type RecordedEvent } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { follow } from '../follow.js';
import type { Appended, EventStore, ExpectedRevision, LogPage } from '../port.js';
import { prepareAppend, type PreparedAppend } from '../prepare-append.js';
import type { Verification, VerifyOptions } from '../verify.js';
import { WakeUp } from '../wake-up.js';
import { GroupCommit } from './group-commit.js';
import type { LogReader } from './log-reader.js';
import type { LogWriter, Outcome } from './log-writer.js';
import { guarded } from './sqlite-faults.js';
import { verifySqlite } from './verify-sqlite.js';

/** The parts of an open store. A reader has no writer. */
export interface SqliteParts {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly reader: LogReader;
  readonly writer?: LogWriter;
  /** Milliseconds between looks for events that another process wrote. */
  readonly pollEvery?: number;
  /** Lets go of connections, locks, files. */
  readonly release: () => void;
}

/** The log in one SQLite file. */
export class SqliteEventStore implements EventStore {
  readonly #parts: SqliteParts;
  readonly #wakeUp = new WakeUp();
  readonly #commits: GroupCommit | undefined;
  #closed = false;

  constructor(parts: SqliteParts) {
    this.#parts = parts;
    const { writer } = parts;
    if (writer) this.#commits = new GroupCommit((group) => this.#commit(writer, group));
  }

  async read(stream: string, options?: Parameters<EventStore['read']>[1]): Promise<readonly RecordedEvent[]> {
    return this.#look((reader) => reader.read(stream, options));
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    metadata: CommandMetadata,
  ): Promise<Appended> {
    this.#refuseWhenClosed();
    if (!this.#commits) throw new StoreUnavailable('store-read-only', '事件库以只读方式打开，不能写入');
    return this.#commits.append(prepareAppend(stream, expected, events, metadata));
  }

  async readAll(options?: Parameters<EventStore['readAll']>[0]): Promise<LogPage> {
    return this.#look((reader) => reader.readAll(options));
  }

  subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncIterable<LogPage> {
    const { pollEvery } = this.#parts;
    return follow(this, options, { wakeUp: this.#wakeUp, ...(pollEvery === undefined ? {} : { pollEvery }) });
  }

  async head(): Promise<Position> {
    return this.#look((reader) => reader.head());
  }

  /** Verifies the file and every hash chain in it: see {@link verifySqlite}. Meant for `gongkai log verify`, with a reader. */
  async verify(options: VerifyOptions = {}): Promise<Verification> {
    this.#refuseWhenClosed();
    return verifySqlite(this.#parts.database, this.#parts.file, options);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#commits?.drain();
    this.#wakeUp.ring();
    guarded(this.#parts.release);
  }

  #commit(writer: LogWriter, group: readonly PreparedAppend[]): readonly Outcome[] {
    const outcomes = writer.write(group);
    this.#wakeUp.ring();
    return outcomes;
  }

  #look<T>(at: (reader: LogReader) => T): T {
    this.#refuseWhenClosed();
    return guarded(() => at(this.#parts.reader));
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('store-closed', '事件库已关闭');
  }
}
