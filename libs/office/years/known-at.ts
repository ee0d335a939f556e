import type { Instant, Position } from '#kernel';
import { foldRegister, registerContribution, type RegisterCounters } from '#agency';
import type { RawEntry } from '#casework';
import type { EventStore } from '#event-store';
import type { Counter, YearFigures } from '#statistics';
import { eventRegistry } from '../registry.js';
import { registerStream } from '../streams.js';
import { caseEntry } from '../views/case-entry.js';
import type { OfficeViews } from '../views/office-views.js';
import { figuresOf, type YearOf } from './figures-of.js';

/** What was on record: everything up to a place in the log, or everything recorded up to an instant. */
export type KnownAt = { readonly position: Position } | { readonly instant: Instant };

/** Reads the tables of a year as they stood at an earlier state of knowledge, from the changes of the counters. */
export class KnownAtReader {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
  ) {}

  /** The figures as known then. The views must have come to the present end of the log. */
  async read(of: YearOf, known: KnownAt): Promise<YearFigures> {
    return figuresOf(of, this.#counters(of, known), await this.#registers(of, known));
  }

  #counters({ agency, year }: YearOf, known: KnownAt): readonly Counter[] {
    const [column, value] = 'position' in known ? ['position', known.position] : ['recorded_at', known.instant];
    return this.views.statistics
      .statement(
        `SELECT year, item, column_id, sum(value) AS value FROM counter_change
         WHERE agency = ? AND ${column} <= ? AND year <= ? GROUP BY year, item, column_id HAVING sum(value) <> 0`,
      )
      .all(agency, value, year)
      .map(
        (row) =>
          ({ agency, year: row['year'], item: row['item'], column: row['column_id'], value: row['value'] }) as Counter,
      );
  }

  async #registers({ agency, year }: YearOf, known: KnownAt): Promise<readonly RegisterCounters[]> {
    const years = this.views.statistics
      .statement('SELECT year FROM register_year WHERE agency = ? AND year <= ? ORDER BY year')
      .all(agency, year)
      .map((row) => Number(row['year']));
    const registers = [];
    for (const of of years) {
      const entries = await this.#entries(registerStream(agency, of), known);
      registers.push(registerContribution(foldRegister({ agency, year: of }, entries)));
    }
    return registers;
  }

  async #entries(stream: string, known: KnownAt): Promise<readonly RawEntry[]> {
    const entries: RawEntry[] = [];
    for (let from = 0; ;) {
      const page = await this.store.read(stream, { from });
      for (const event of page) {
        const isKnown = 'position' in known ? event.position <= known.position : event.metadata.now <= known.instant;
        if (isKnown) entries.push(caseEntry({ ...event, data: eventRegistry.upcast(event) }));
      }
      if (page.length === 0) return entries;
      from += page.length;
    }
  }
}
