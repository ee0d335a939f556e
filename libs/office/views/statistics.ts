import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '#kernel';
import { effectiveHistory, rectifyEntry, type CaseEntry, type RawEntry } from '#casework';
import {
  foldRegister,
  itemEntries,
  registerContribution,
  registerFamilyEvents,
  type AgencyYear,
  type RegisterCounters,
} from '#agency';
import {
  countOf,
  difference,
  evolveCount,
  IRRELEVANT_EVENT_TYPES,
  sumCounters,
  type CaseCount,
  type Counter,
} from '#statistics';
import type { Projection, StreamHistory } from '#projections';
import { eventRegistry } from '../registry.js';
import { caseEntry } from './case-entry.js';

const SCHEMA = `
CREATE TABLE case_count (
  case_id TEXT PRIMARY KEY,
  agency TEXT NOT NULL,
  received_year INTEGER,
  received_position TEXT NOT NULL,
  closed_year INTEGER,
  count TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX case_count_order ON case_count (agency, received_position);
CREATE TABLE counter (
  agency TEXT NOT NULL,
  year INTEGER NOT NULL,
  item TEXT NOT NULL,
  column_id TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (agency, year, item, column_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE counter_change (
  agency TEXT NOT NULL,
  position TEXT NOT NULL,
  year INTEGER NOT NULL,
  item TEXT NOT NULL,
  column_id TEXT NOT NULL,
  value INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  case_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (agency, position, year, item, column_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE register_year (
  agency TEXT NOT NULL,
  year INTEGER NOT NULL,
  PRIMARY KEY (agency, year)
) STRICT, WITHOUT ROWID;
CREATE TABLE register_item (
  agency TEXT NOT NULL,
  year INTEGER NOT NULL,
  item TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (agency, year, item)
) STRICT, WITHOUT ROWID;
`;

const REGISTER_TYPES = new Set(registerFamilyEvents.map(({ type }) => type));
const COUNTED_TYPES = eventRegistry
  .all()
  .map(({ type }) => type)
  .filter((type) => REGISTER_TYPES.has(type) || (type.startsWith('case.') && !IRRELEVANT_EVENT_TYPES.includes(type)));
const LEFT_OUT = eventRegistry
  .all()
  .map(({ type }) => type)
  .filter((type) => !COUNTED_TYPES.includes(type));

/** What only a look back tells: rectified cases counted anew, by event id; registers counted anew, by stream. */
interface Prepared {
  readonly recounted: ReadonlyMap<string, CaseCount | null>;
  readonly registers: ReadonlyMap<string, RegisterCounters>;
}

/**
 * One small row per case, the counters that follow from it by difference, every single change of them, and the counters of the
 * registers: from these the tables of any year are read, as of now or as known earlier (docs/adr/0006-counters.md).
 */
export const statisticsProjection: Projection = {
  name: 'statistics',
  version: 3,
  filter: { exceptTypes: LEFT_OUT },
  knownTypes: COUNTED_TYPES,
  schema: SCHEMA,
  tables: [
    { table: 'case_count', orderBy: ['case_id'] },
    { table: 'counter', orderBy: ['agency', 'year', 'item', 'column_id'] },
    { table: 'counter_change', orderBy: ['agency', 'position', 'year', 'item', 'column_id'] },
    { table: 'register_year', orderBy: ['agency', 'year'] },
    { table: 'register_item', orderBy: ['agency', 'year', 'item'] },
  ],
  open: (db) => {
    const rows = new StatisticsRows(db);
    return { prepare: lookBack, apply: (events, prepared) => rows.apply(events, prepared as Prepared) };
  },
};

async function lookBack(events: readonly RecordedEvent[], history: StreamHistory): Promise<Prepared> {
  const recounted = new Map<string, CaseCount | null>();
  const lastOfRegister = new Map<string, RecordedEvent>();
  for (const event of events) {
    if (REGISTER_TYPES.has(event.type)) lastOfRegister.set(event.stream, event);
    if (event.type !== rectifyEntry.event.type) continue;
    const entries = (await history.upTo(event)).map(caseEntry) as readonly RawEntry[];
    recounted.set(event.id, countOf(effectiveHistory(entries) as readonly CaseEntry[]));
  }
  const registers = new Map<string, RegisterCounters>();
  for (const [stream, event] of lastOfRegister) {
    const { agency, year } = event.data as unknown as AgencyYear;
    const entries = (await history.upTo(event)).map(caseEntry) as readonly RawEntry[];
    registers.set(stream, registerContribution(foldRegister({ agency, year }, entries)));
  }
  return { recounted, registers };
}

/** A case touched by a batch. */
interface Touched {
  count: CaseCount | null;
  readonly receivedPosition: string;
}

class StatisticsRows {
  readonly #read;
  readonly #write;
  readonly #add;
  readonly #dropZero;
  readonly #change;
  readonly #forgetRegister;
  readonly #writeRegister;
  readonly #knowRegister;

  constructor(db: DatabaseSync) {
    this.#read = db.prepare('SELECT count, received_position FROM case_count WHERE case_id = ?');
    this.#write = db.prepare('INSERT OR REPLACE INTO case_count VALUES (?, ?, ?, ?, ?, ?)');
    this.#add = db.prepare(
      'INSERT INTO counter VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = value + excluded.value',
    );
    this.#dropZero = db.prepare(
      'DELETE FROM counter WHERE agency = ? AND year = ? AND item = ? AND column_id = ? AND value = 0',
    );
    this.#change = db.prepare('INSERT INTO counter_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#forgetRegister = db.prepare('DELETE FROM register_item WHERE agency = ? AND year = ?');
    this.#writeRegister = db.prepare('INSERT INTO register_item VALUES (?, ?, ?, ?)');
    this.#knowRegister = db.prepare('INSERT OR IGNORE INTO register_year VALUES (?, ?)');
  }

  /** Folds a batch: every case touched is read and written once, every counter moved once, every change kept by itself. */
  apply(events: readonly RecordedEvent[], { recounted, registers }: Prepared): void {
    const touched = new Map<string, Touched>();
    const moved: Counter[] = [];
    for (const event of events) {
      if (REGISTER_TYPES.has(event.type)) continue;
      const known = touched.get(event.stream) ?? this.#stored(event);
      const after = recounted.get(event.id) ?? evolveCount(known.count, caseEntry(event));
      for (const change of difference(known.count, after)) {
        this.#keep(change, event, after.caseId);
        moved.push(change);
      }
      known.count = after;
      touched.set(event.stream, known);
    }
    for (const one of touched.values()) this.#storeCase(one);
    this.#move(moved);
    for (const counters of registers.values()) this.#storeRegister(counters);
  }

  #stored({ stream, position }: RecordedEvent): Touched {
    const row = this.#read.get(stream.slice('case-'.length));
    if (row === undefined) return { count: null, receivedPosition: position };
    return { count: JSON.parse(String(row['count'])) as CaseCount, receivedPosition: String(row['received_position']) };
  }

  #keep({ agency, year, item, column, value }: Counter, event: RecordedEvent, caseId: string): void {
    const { position, revision, metadata } = event;
    this.#change.run(agency, position, year, item, column, value, metadata.now, caseId, revision);
  }

  #storeCase({ count, receivedPosition }: Touched): void {
    if (count === null) return;
    const { caseId, agency, receivedYear, closedYear } = count;
    this.#write.run(caseId, agency, receivedYear, receivedPosition, closedYear, JSON.stringify(count));
  }

  #move(changes: readonly Counter[]): void {
    for (const { agency, year, item, column, value } of sumCounters(changes)) {
      this.#add.run(agency, year, item, column, value);
      // No row for 0: whether one was ever there would depend on how the log was cut into batches.
      if (value < 0) this.#dropZero.run(agency, year, item, column);
    }
  }

  #storeRegister({ agency, year, items }: RegisterCounters): void {
    this.#knowRegister.run(agency, year);
    this.#forgetRegister.run(agency, year);
    for (const [item, value] of itemEntries(items)) this.#writeRegister.run(agency, year, item, value);
  }
}
