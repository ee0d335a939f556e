import { Refused, type RecordedEvent } from '#kernel';
import { effectiveHistory, type CaseEntry, type RawEntry } from '#casework';
import {
  foldRegister,
  isClosed,
  latestEdition,
  registerContribution,
  registerFamilyEvents,
  type AgencyYear,
} from '#agency';
import type { EventStore } from '#event-store';
import { countersOf, countOf, type YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { YearVerified } from '../queries.js';
import { eventRegistry } from '../registry.js';
import { caseEntry } from '../views/case-entry.js';
import { editionOf } from './edition-reader.js';
import { differencesBetween, figureValues } from './figure-differences.js';
import { digestOf, figuresOf } from './figures-of.js';
import { publishedFigures } from './stored-tables.js';

const SCAN = 5_000;
const REGISTER_TYPES = new Set(registerFamilyEvents.map(({ type }) => type));

/**
 * Recomputes the figures of a closed year from the raw log up to the position of its edition, by a plain fold that shares
 * nothing with the projections but the definition of what a case counts for.
 */
export class YearVerifier {
  constructor(
    private readonly store: EventStore,
    private readonly agencies: AgencyDesk,
    private readonly books: BooksDesk,
  ) {}

  /** The edition that holds, or the one with this number. Raises `not-found` (agency, edition), `year-not-closed` (kind refused). */
  async verify(
    agency: string,
    year: number,
    onProgress?: (eventsRead: number) => void,
    number?: number,
  ): Promise<YearVerified> {
    await this.agencies.agencyOf(agency);
    const { books } = await this.books.booksOf(agency, year);
    const edition = number === undefined || !isClosed(books) ? latestEdition(books) : editionOf(books, number);
    if (edition === null) throw new Refused('year-not-closed', `${year} 年度尚未结账，无可核验`, { agency, year });

    const histories = new Map<string, RecordedEvent[]>();
    const eventsRead = await this.#collect(agency, edition.position, histories, onProgress);
    const figures = recompute({ agency, year, form: edition.form }, histories);
    const published = publishedFigures(edition);
    const recomputedDigest = digestOf(figures);
    return {
      agency,
      year,
      edition: edition.edition,
      publishedDigest: edition.digest,
      recomputedDigest,
      equal: edition.digest === recomputedDigest && digestOf(published) === edition.digest,
      eventsRead,
      differences: differencesOf(published, figures),
    };
  }

  /** Every event of the agency's cases and registers up to `upTo`, by stream. */
  async #collect(
    agency: string,
    upTo: string,
    histories: Map<string, RecordedEvent[]>,
    onProgress: ((eventsRead: number) => void) | undefined,
  ): Promise<number> {
    let eventsRead = 0;
    for (let after: string | undefined; ;) {
      const page = await this.store.readAll({ ...(after !== undefined && { after }), max: SCAN });
      for (const event of page.events) {
        if (event.position > upTo) return eventsRead;
        eventsRead++;
        if (event.metadata.agency !== agency || !isCounted(event.type)) continue;
        const upcast = { ...event, data: eventRegistry.upcast(event) };
        const history = histories.get(event.stream);
        if (history) history.push(upcast);
        else histories.set(event.stream, [upcast]);
      }
      onProgress?.(eventsRead);
      if (page.atEnd) return eventsRead;
      after = page.next;
    }
  }
}

function isCounted(type: string): boolean {
  return type.startsWith('case.') || REGISTER_TYPES.has(type);
}

function recompute(
  of: Parameters<typeof figuresOf>[0],
  histories: ReadonlyMap<string, readonly RecordedEvent[]>,
): YearFigures {
  const counters = [];
  const registers = [];
  for (const events of histories.values()) {
    const entries = events.map(caseEntry) as readonly RawEntry[];
    const first = events[0];
    if (first !== undefined && REGISTER_TYPES.has(first.type)) {
      const { year } = first.data as unknown as AgencyYear;
      registers.push(registerContribution(foldRegister({ agency: of.agency, year }, entries)));
    } else {
      counters.push(...countersOf(countOf(effectiveHistory(entries) as readonly CaseEntry[])));
    }
  }
  return figuresOf(of, counters, registers);
}

function differencesOf(published: YearFigures, recomputed: YearFigures): YearVerified['differences'] {
  return differencesBetween(figureValues(published), figureValues(recomputed)).map(({ cell, published, now }) => ({
    cell,
    published,
    recomputed: now,
  }));
}
