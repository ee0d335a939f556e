import type { DatabaseSync } from 'node:sqlite';
import type { Instant, RecordedEvent } from '#kernel';
import { versionIdOf, type Calendars, type Jurisdiction } from '#calendar';
import { caseEvents, dueDate, evolve, rectifyEntry, type Case, type DueDate } from '#casework';
import { agencyEvents, foundAgency, publishCalendar, type CalendarEvent } from '#agency';
import type { Projection, StreamHistory } from '#projections';
import { sha256OfJson } from '../years/sha256-of-json.js';
import { CALENDAR_SCHEMA, CaseloadCalendars } from './caseload-calendars.js';
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
  recorded_at TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX caseload_due ON caseload (agency, coalesce(due, '9999-12-31'), case_id) WHERE status <> 'closed';
CREATE INDEX caseload_status ON caseload (agency, status, coalesce(due, '9999-12-31'), case_id);
CREATE INDEX caseload_number ON caseload (agency, case_number);
CREATE TABLE jurisdiction (agency TEXT PRIMARY KEY, jurisdiction TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Events of agencies that the fold needs: which calendar applies to an agency, and which calendars there are. */
const AGENCY_TYPES = [foundAgency.event.type, publishCalendar.event.type] as readonly string[];

/** States of rectified cases, folded anew from their whole history, by event id. */
type Refolded = ReadonlyMap<string, Case | null>;

/**
 * Every case with its status and due date, for worklists. The calendars are part of the fold. `shipped` are those of the program:
 * their digest stands in the schema, so that a program with others builds the view anew. Recorded ones come as events; each
 * computes the open cases of its places anew, in the same transaction.
 */
export function caseloadProjection(shipped: Calendars): Projection {
  return {
    name: 'caseload',
    version: 5,
    filter: { exceptTypes: agencyEvents.map(({ type }) => type).filter((type) => !AGENCY_TYPES.includes(type)) },
    knownTypes: [...caseEvents.map(({ type }) => type), ...AGENCY_TYPES],
    schema: `${SCHEMA}${CALENDAR_SCHEMA}-- shipped calendars: ${digestOfShipped(shipped)}\n`,
    tables: [
      { table: 'caseload', orderBy: ['case_id'] },
      { table: 'jurisdiction', orderBy: ['agency'] },
      { table: 'calendar', orderBy: ['version_id'] },
    ],
    open: (db) => {
      const rows = new CaseloadRows(db, new CaseloadCalendars(db, shipped));
      return {
        prepare: refold,
        apply: (events, prepared) => rows.apply(events, prepared as Refolded),
      };
    },
  };
}

function digestOfShipped(shipped: Calendars): string {
  return sha256OfJson(Object.fromEntries(shipped.versions().map((year) => [versionIdOf(year), year])));
}

async function refold(events: readonly RecordedEvent[], history: StreamHistory): Promise<Refolded> {
  const refolded = new Map<string, Case | null>();
  for (const event of events) {
    if (event.type === rectifyEntry.event.type) refolded.set(event.id, caseAfter(await history.upTo(event)));
  }
  return refolded;
}

/** A case as a batch leaves it, with the revision and the instant of its last entry. */
interface Touched {
  readonly state: Case;
  readonly revision: number;
  readonly recordedAt: Instant;
}

const PAGE = 1_000;

class CaseloadRows {
  readonly #read;
  readonly #readOpen;
  readonly #writeDue;
  readonly #write;
  readonly #readJurisdiction;
  readonly #writeJurisdiction;

  constructor(
    db: DatabaseSync,
    private readonly known: CaseloadCalendars,
  ) {
    this.#read = db.prepare('SELECT state FROM caseload WHERE case_id = ?');
    this.#write = db.prepare('INSERT OR REPLACE INTO caseload VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#readOpen = db.prepare(
      `SELECT case_id, state FROM caseload WHERE status <> 'closed' AND case_id > ? ORDER BY case_id LIMIT ${PAGE}`,
    );
    this.#writeDue = db.prepare('UPDATE caseload SET due = ?, provisional = ? WHERE case_id = ?');
    this.#readJurisdiction = db.prepare('SELECT jurisdiction FROM jurisdiction WHERE agency = ?');
    this.#writeJurisdiction = db.prepare('INSERT OR REPLACE INTO jurisdiction VALUES (?, ?)');
  }

  /** Folds a batch; every case touched is read and written once. */
  apply(events: readonly RecordedEvent[], refolded: Refolded): void {
    const touched = new Map<string, Touched>();
    for (const event of events) {
      if (event.type === foundAgency.event.type) {
        const { agency, jurisdiction } = event.data as { agency: string; jurisdiction: string };
        this.#writeJurisdiction.run(agency, jurisdiction);
        continue;
      }
      if (event.type === publishCalendar.event.type) {
        this.known.take((event.data as unknown as CalendarEvent['data']).calendar);
        continue;
      }
      const before = touched.get(event.stream)?.state ?? this.#state(event.stream);
      const after = refolded.get(event.id) ?? evolve(before, caseEntry(event));
      touched.set(event.stream, { state: after, revision: event.revision, recordedAt: event.metadata.now });
    }
    for (const one of touched.values()) this.#store(one);
    this.#followCalendars();
  }

  /** Computes the due dates of all open cases anew whose calendar has changed. */
  #followCalendars(): void {
    const isChanged = this.known.changes();
    if (isChanged === null) return;
    for (
      let page = this.#readOpen.all('');
      page.length > 0;
      page = this.#readOpen.all(page.at(-1)?.['case_id'] ?? '')
    ) {
      for (const row of page) {
        const state = JSON.parse(String(row['state'])) as Case;
        if (!isChanged(this.#jurisdiction(state))) continue;
        const { due, provisional } = this.#due(state);
        this.#writeDue.run(due, provisional ? 1 : 0, state.caseId);
      }
    }
  }

  #jurisdiction({ agency }: Case): Jurisdiction {
    return String(this.#readJurisdiction.get(agency)?.['jurisdiction'] ?? 'CN') as Jurisdiction;
  }

  #due(state: Case): Pick<DueDate, 'due' | 'provisional'> {
    if (state.status === 'closed') return { due: null, provisional: false };
    return dueDate(state, this.known.calendars.of(this.#jurisdiction(state)));
  }

  #state(stream: string): Case | null {
    const row = this.#read.get(stream.slice('case-'.length));
    return row === undefined ? null : (JSON.parse(String(row['state'])) as Case);
  }

  #store({ state, revision, recordedAt }: Touched): void {
    const { due, provisional } = this.#due(state);
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
      recordedAt,
      JSON.stringify(state),
    );
  }
}
