import type { Position, RecordedEvent } from '#kernel';
import { BEFORE_ALL } from '#kernel';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { CHAIN_START, chainHash } from '../chain.js';
import { firstRevision, pageSize } from '../page-options.js';
import type { EventStore, LogFilter, LogPage } from '../port.js';
import { numberOf, positionOf } from '../positions.js';
import { damaged, EVENT_COLUMNS, recordedEvents, type EventRow } from './rows.js';
import { query, type Query } from './statements.js';

/** Filters differ in the number of their values only, so few statements serve; the bound is for odd callers. */
const MAX_STATEMENTS = 32;

/** The reading half of the adapter. Each call is one look at committed data. */
export class LogReader {
  readonly #database: DatabaseSync;
  readonly #head: Query<[], readonly [number]>;
  readonly #stream: Query<[string, number, number], EventRow>;
  readonly #pages = new Map<string, Query<SQLInputValue[], EventRow>>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#head = query(database, 'SELECT coalesce(max(position), 0) FROM events');
    this.#stream = query(
      database,
      `SELECT ${EVENT_COLUMNS} FROM streams s JOIN events e ON e.stream = s.id
       WHERE s.name = ? AND e.revision >= ? ORDER BY e.revision LIMIT ?`,
    );
  }

  /** Number of the newest event, 0 for an empty log. */
  headNumber(): number {
    return this.#head.one()?.[0] ?? 0;
  }

  head(): Position {
    return positionOf(this.headNumber());
  }

  /** A page of a stream. Checks the hash chain over what it returns: nobody decides on a history that was tampered with. */
  read(stream: string, options: Parameters<EventStore['read']>[1] = {}): readonly RecordedEvent[] {
    const from = firstRevision(options.from);
    const max = pageSize(options.max);
    // One event more, to begin the chain with its hash.
    const rows = from === 0 ? this.#stream.all(stream, 0, max) : this.#stream.all(stream, from - 1, max + 1);
    checkChain(stream, rows, Math.max(from - 1, 0));
    return recordedEvents(from === 0 ? rows : rows.slice(1));
  }

  /** A page of the log. The head is read first, so an event that is committed meanwhile waits for the next page. */
  readAll(options: Parameters<EventStore['readAll']>[0] = {}): LogPage {
    const after = numberOf(options.after ?? BEFORE_ALL);
    const max = pageSize(options.max);
    const head = this.headNumber();
    if (after >= head) return { events: [], next: positionOf(after), atEnd: true };
    const last = Math.min(after + max, head);
    const rows = this.#page(options.filter).all(after, last, ...filterValues(options.filter));
    return { events: recordedEvents(rows), next: positionOf(last), atEnd: last === head };
  }

  #page(filter: LogFilter = {}): Query<SQLInputValue[], EventRow> {
    const { types, exceptTypes, streamPrefix } = filter;
    const shape = `${types?.length ?? '*'} ${exceptTypes?.length ?? 0} ${streamPrefix !== undefined}`;
    const known = this.#pages.get(shape);
    if (known) return known;
    if (this.#pages.size >= MAX_STATEMENTS) this.#pages.clear();
    const prepared = query<SQLInputValue[], EventRow>(this.#database, pageSql(filter));
    this.#pages.set(shape, prepared);
    return prepared;
  }
}

/** Positions are dense, so a window of numbers is a window of events. */
function pageSql({ types, exceptTypes, streamPrefix }: LogFilter): string {
  const conditions = ['e.position > ?', 'e.position <= ?'];
  if (types) conditions.push(`e.type IN (${marks(types)})`);
  if (exceptTypes?.length) conditions.push(`e.type NOT IN (${marks(exceptTypes)})`);
  if (streamPrefix !== undefined) conditions.push('substr(s.name, 1, length(?)) = ?');
  return `SELECT ${EVENT_COLUMNS} FROM events e LEFT JOIN streams s ON s.id = e.stream
          WHERE ${conditions.join(' AND ')} ORDER BY e.position`;
}

function filterValues({ types = [], exceptTypes = [], streamPrefix }: LogFilter = {}): SQLInputValue[] {
  return [...types, ...exceptTypes, ...(streamPrefix === undefined ? [] : [streamPrefix, streamPrefix])];
}

function marks(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}

function checkChain(stream: string, rows: readonly EventRow[], first: number): void {
  let previous = first === 0 ? CHAIN_START : undefined;
  for (const [index, row] of rows.entries()) {
    const [, , revision, id, type, version, data, metadata, hash] = row;
    if (revision !== first + index) throw damaged(row, `流中缺少第 ${first + index} 号修订`);
    if (
      previous !== undefined &&
      chainHash(previous, { id, type, version, stream, revision, data, metadata }) !== hash
    ) {
      throw damaged(row, '哈希链不符');
    }
    previous = hash;
  }
}
