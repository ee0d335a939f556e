import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '#kernel';
import type { Calendars, Jurisdiction } from '#calendar';
import { caseEvents, dueDate, evolve, rectifyEntry, type Case } from '#casework';
import { agencyEvents, foundAgency } from '#agency';
import type { Projection, StreamHistory } from '#projections';
import { caseAfter, caseEntry } from './case-entry.js';

const SCHEMA = `
CREATE TABLE caseload (
  case_id TEXT PRIMARY KEY,
  case_number TEXT NOT NULL,
  agency TEXT NOT NULL,
  status TEXT NOT NULL,
  applicant_kind TEXT NOT NULL,
  received_on TEXT,
  due TEXT,
  provisional INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX caseload_due ON caseload (agency, coalesce(due, '9999-12-31'), case_id) WHERE status <> 'closed';
CREATE INDEX caseload_status ON caseload (agency, status, coalesce(due, '9999-12-31'), case_id);
CREATE TABLE jurisdiction (agency TEXT PRIMARY KEY, jurisdiction TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** States of rectified cases, folded anew from their whole history, by event id. */
type Refolded = ReadonlyMap<string, Case | null>;

/** Every case with its status and due date, for worklists. `calendars` are part of the fold: other calendars, other view. */
export function caseloadProjection(calendars: Calendars): Projection {
  return {
    name: 'caseload',
    version: 1,
    filter: { exceptTypes: agencyEvents.map(({ type }) => type).filter((type) => type !== foundAgency.event.type) },
    knownTypes: [...caseEvents.map(({ type }) => type), foundAgency.event.type],
    schema: SCHEMA,
    tables: [
      { table: 'caseload', orderBy: ['case_id'] },
      { table: 'jurisdiction', orderBy: ['agency'] },
    ],
    open: (db) => {
      const rows = new CaseloadRows(db, calendars);
      return {
        prepare: refold,
        apply: (events, prepared) => rows.apply(events, prepared as Refolded),
      };
    },
  };
}

async function refold(events: readonly RecordedEvent[], history: StreamHistory): Promise<Refolded> {
  const refolded = new Map<string, Case | null>();
  for (const event of events) {
    if (event.type === rectifyEntry.event.type) refolded.set(event.id, caseAfter(await history.upTo(event)));
  }
  return refolded;
}

class CaseloadRows {
  readonly #read;
  readonly #write;
  readonly #readJurisdiction;
  readonly #writeJurisdiction;

  constructor(
    db: DatabaseSync,
    private readonly calendars: Calendars,
  ) {
    this.#read = db.prepare('SELECT state FROM caseload WHERE case_id = ?');
    this.#write = db.prepare('INSERT OR REPLACE INTO caseload VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#readJurisdiction = db.prepare('SELECT jurisdiction FROM jurisdiction WHERE agency = ?');
    this.#writeJurisdiction = db.prepare('INSERT OR REPLACE INTO jurisdiction VALUES (?, ?)');
  }

  /** Folds a batch; every case touched is read and written once. */
  apply(events: readonly RecordedEvent[], refolded: Refolded): void {
    const touched = new Map<string, { state: Case; revision: number }>();
    for (const event of events) {
      if (event.type === foundAgency.event.type) {
        const { agency, jurisdiction } = event.data as { agency: string; jurisdiction: string };
        this.#writeJurisdiction.run(agency, jurisdiction);
        continue;
      }
      const before = touched.get(event.stream)?.state ?? this.#state(event.stream);
      const after = refolded.get(event.id) ?? evolve(before, caseEntry(event));
      touched.set(event.stream, { state: after, revision: event.revision });
    }
    for (const { state, revision } of touched.values()) this.#store(state, revision);
  }

  #state(stream: string): Case | null {
    const row = this.#read.get(stream.slice('case-'.length));
    return row === undefined ? null : (JSON.parse(String(row['state'])) as Case);
  }

  #store(state: Case, revision: number): void {
    const jurisdiction = this.#readJurisdiction.get(state.agency)?.['jurisdiction'] ?? 'CN';
    const { due, provisional } =
      state.status === 'closed'
        ? { due: null, provisional: false }
        : dueDate(state, this.calendars.of(String(jurisdiction) as Jurisdiction));
    this.#write.run(
      state.caseId,
      state.caseNumber,
      state.agency,
      state.status,
      state.applicantKind,
      state.receivedOn,
      due,
      provisional ? 1 : 0,
      revision,
      JSON.stringify(state),
    );
  }
}
