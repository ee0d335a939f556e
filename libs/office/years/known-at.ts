import { RuleBroken, instantSchema, validate, type Instant, type Position } from '#kernel';
import type { RegisterCounters } from '#agency';
import type { EventStore } from '#event-store';
import { feesOf, type Counter, type FeeFigures, type YearFigures } from '#statistics';
import type { OfficeViews } from '../views/office-views.js';
import { figuresOf, type YearOf } from './figures-of.js';
import { countersAfter, registerEvents, registerYears } from './register-events.js';

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

  /** The fees of the year as known then. The views must have come to the present end of the log. */
  fees(of: Pick<YearOf, 'agency' | 'year'>, known: KnownAt): FeeFigures {
    return feesOf(this.#counters(of, known), [of.agency], of.year);
  }

  #counters({ agency, year }: Pick<YearOf, 'agency' | 'year'>, known: KnownAt): readonly Counter[] {
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
    const registers = [];
    for (const of of registerYears(this.views, agency, year)) {
      const events = (await registerEvents(this.store, agency, of)).filter(({ position, metadata }) =>
        'position' in known ? position <= known.position : metadata.now <= known.instant,
      );
      registers.push(countersAfter(agency, of, events));
    }
    return registers;
  }
}

/** Where whoever asks names the state of knowledge. */
const ASKED = 'query.knownAt';

/**
 * Checks a state of knowledge that somebody asks for; `head` is the end of the log and `now` the present. Raises
 * `invalid-input`, `instant-in-future`, `position-malformed`, `position-unknown` (all kind invalid).
 */
export function assertKnowable(known: KnownAt, head: Position, now: Instant): void {
  if ('instant' in known) {
    const instant = validate(instantSchema, known.instant, ASKED);
    if (instant <= now) return;
    throw new RuleBroken('instant-in-future', ASKED, `时刻 ${instant} 晚于现在（${now}）`);
  }
  const { position } = known;
  // Positions are opaque; of one log they all have the length of its last one, and compare as text.
  if (!/^[!-~]+$/.test(position) || (head !== '' && position.length !== head.length)) {
    const example = head === '' ? '' : `，例如 ${head}`;
    throw new RuleBroken('position-malformed', ASKED, `日志位置应照本系统给出的写${example}`, { position });
  }
  if (position <= head) return;
  throw new RuleBroken('position-unknown', ASKED, `日志中没有位置 ${position}`, { head });
}
