import { BEFORE_ALL, type Position } from '#kernel';
import { driftAccepted, registerFamilyEvents, yearClosed, yearRestated, type Books } from '#agency';
import type { EventStore } from '#event-store';
import type { BooksDesk } from '../desk/books-desk.js';
import type { OfficeViews } from '../views/office-views.js';
import type { CausingEvent, DriftCause, DriftReader } from './drift.js';
import { labelled, type LabelledDifference } from './figure-differences.js';

/** A closed year whose figures as now known are not those of its edition. */
export interface DriftedYear {
  readonly agency: string;
  readonly year: number;
  readonly edition: number;
  /** How many figures differ. */
  readonly figures: number;
  /** Whether this very difference is accepted as an adjustment. */
  readonly accepted: boolean;
  /** The first figures that differ, as published and as they are now. */
  readonly cells: readonly LabelledDifference[];
  /** The first causes. */
  readonly causes: readonly CauseInShort[];
  readonly causesInAll: number;
}

/**
 * A case or a register whose later entries moved figures, by its first entries. Which case is not said: an overview is for
 * watchers without a part in the cases, and the positions lead whoever may read the log to it.
 */
export interface CauseInShort {
  readonly kind: 'case' | 'register';
  readonly events: readonly Pick<CausingEvent, 'position' | 'type' | 'label' | 'on'>[];
  readonly eventsInAll: number;
}

/** All closed years beside their editions. */
export interface DriftOverview {
  readonly closedYears: number;
  /** Position of the log that the figures include at least. */
  readonly position: Position;
  /** Those that differ, by agency and year. */
  readonly drifted: readonly DriftedYear[];
}

interface Looked {
  /** What the figures included when they were compared. */
  readonly position: Position;
  readonly drift: DriftedYear | null;
}

const SCAN = 5_000;
/** How much of a drifted year the overview holds; the drift of the year itself tells the rest. */
const MOST_CELLS = 20;
const MOST_CAUSES = 5;
const MOST_EVENTS = 3;
const BOOKS_TYPES: readonly string[] = [yearClosed.type, yearRestated.type, driftAccepted.type];
const REGISTER_TYPES = registerFamilyEvents.map(({ type }) => type);

/**
 * Watches over all closed years at little cost: the log is read once, then only what is new; a year is compared again only when
 * its books, its cases or a register of its agency moved. Tells what the views hold and waits for nothing.
 */
export class DriftOverviewReader {
  #scanned: Position = BEFORE_ALL;
  readonly #closed = new Map<string, { readonly agency: string; readonly year: number; looked: Looked | null }>();
  readonly #lastRegisterEntry = new Map<string, Position>();

  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
    private readonly books: BooksDesk,
    private readonly drift: DriftReader,
  ) {}

  /** Raises what reading the log and the views raises. */
  async overview(): Promise<DriftOverview> {
    await this.#catchUp();
    const position = this.views.statistics.position();
    const drifted: DriftedYear[] = [];
    for (const one of this.#closed.values()) {
      if (one.looked === null || this.#moved(one.agency, one.year, one.looked.position)) {
        const { books } = await this.books.booksOf(one.agency, one.year);
        one.looked = await this.#look(books);
      }
      if (one.looked.drift !== null) drifted.push(one.looked.drift);
    }
    drifted.sort((a, b) => (a.agency === b.agency ? a.year - b.year : a.agency < b.agency ? -1 : 1));
    return { closedYears: this.#closed.size, position, drifted };
  }

  /** Two looks at once read the same pages; taking a page in twice changes nothing. */
  async #catchUp(): Promise<void> {
    for (let after = this.#scanned; ;) {
      const filter = { types: [...BOOKS_TYPES, ...REGISTER_TYPES] };
      const { events, next, atEnd } = await this.store.readAll({ after, max: SCAN, filter });
      for (const { stream, type, data, metadata, position } of events) {
        const { agency } = metadata;
        if (BOOKS_TYPES.includes(type)) {
          this.#closed.set(stream, { agency, year: Number(data['year']), looked: null });
        } else {
          this.#lastRegisterEntry.set(agency, position);
        }
      }
      if (next > this.#scanned) this.#scanned = next;
      if (atEnd) return;
      after = next;
    }
  }

  #moved(agency: string, year: number, since: Position): boolean {
    if ((this.#lastRegisterEntry.get(agency) ?? BEFORE_ALL) > since) return true;
    const changes = this.views.statistics.statement(
      'SELECT 1 FROM counter_change WHERE agency = ? AND position > ? AND year <= ? LIMIT 1',
    );
    return changes.all(agency, since, year).length > 0;
  }

  /** Causes are asked for only where figures differ. */
  async #look(books: Books): Promise<Looked> {
    const comparison = this.drift.compareNow(books);
    const { published, position, digest, differences, adjustment } = comparison;
    if (differences.length === 0) return { position, drift: null };
    const { agency, year, edition, form } = published;
    const causes = await this.drift.causes(comparison);
    const drift = {
      agency,
      year,
      edition,
      figures: differences.length,
      accepted: adjustment?.digest === digest,
      cells: labelled(differences.slice(0, MOST_CELLS), form),
      causes: (await this.drift.tell(agency, causes.slice(0, MOST_CAUSES))).map(inShort),
      causesInAll: causes.length,
    };
    return { position, drift };
  }
}

function inShort({ kind, events }: DriftCause): CauseInShort {
  const first = events.slice(0, MOST_EVENTS);
  return {
    kind,
    events: first.map(({ position, type, label, on }) => ({ position, type, label, on })),
    eventsInAll: events.length,
  };
}
