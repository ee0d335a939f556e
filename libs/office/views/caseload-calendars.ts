import type { DatabaseSync } from 'node:sqlite';
import { covers, versionIdOf, type Calendars, type CalendarYear, type Jurisdiction } from '#calendar';
import { knownCalendars } from '#agency';

/** The recorded calendar versions, a part of the caseload view: its due dates follow from the events alone. */
export const CALENDAR_SCHEMA = `
CREATE TABLE calendar (version_id TEXT PRIMARY KEY, calendar TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** The calendars by which the rows of a caseload view are computed. Made anew with the connection, so that it never survives a rollback. */
export class CaseloadCalendars {
  readonly #write;
  readonly #recorded: CalendarYear[];
  #calendars: Calendars;
  #fresh: Jurisdiction[] = [];

  constructor(
    db: DatabaseSync,
    private readonly shipped: Calendars,
  ) {
    this.#write = db.prepare('INSERT INTO calendar VALUES (?, ?)');
    const rows = db.prepare('SELECT calendar FROM calendar ORDER BY version_id').all();
    this.#recorded = rows.map((row) => JSON.parse(String(row['calendar'])) as CalendarYear);
    this.#calendars = knownCalendars(shipped.versions(), this.#recorded);
  }

  get calendars(): Calendars {
    return this.#calendars;
  }

  /** Takes a recorded version in. */
  take(calendar: CalendarYear): void {
    this.#write.run(versionIdOf(calendar), JSON.stringify(calendar));
    this.#recorded.push(calendar);
    this.#calendars = knownCalendars(this.shipped.versions(), this.#recorded);
    this.#fresh.push(calendar.jurisdiction);
  }

  /** Tells which places have another calendar than at the last call; `null` when none has. */
  changes(): ((place: Jurisdiction) => boolean) | null {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh.length === 0 ? null : (place) => fresh.some((wider) => covers(wider, place));
  }
}
