import { BEFORE_ALL, type Instant, type LocalDate, type Position, type RecordedEvent } from '#kernel';
import type { Calendars, CalendarYear, Jurisdiction, WorkingDayCalendar } from '#calendar';
import { knownCalendars, publishCalendar, type CalendarEvent } from '#agency';
import type { EventStore } from '#event-store';
import { eventRegistry } from '../registry.js';

const SCAN = 5_000;

/** A calendar version as the log holds it. */
export interface RecordedCalendar {
  readonly calendar: CalendarYear;
  readonly position: Position;
  readonly recordedAt: Instant;
}

/**
 * The calendars of an office: those shipped with the program and those recorded in its log. Whoever computes a date asks here
 * each time and keeps no calendar, since another version may come in at any time.
 */
export class CalendarsInForce {
  #recorded: readonly RecordedCalendar[] = [];
  #scanned: Position = BEFORE_ALL;
  #calendars: Calendars;
  /** What {@link knownAt} built, by the positions of the recorded versions. */
  readonly #earlier = new Map<string, Calendars>();

  private constructor(
    private readonly store: EventStore,
    /** The versions that came with the program. */
    readonly shipped: Calendars,
  ) {
    this.#calendars = shipped;
  }

  /** With every version recorded so far. Raises what reading the log raises. */
  static async open(store: EventStore, shipped: Calendars): Promise<CalendarsInForce> {
    const calendars = new CalendarsInForce(store, shipped);
    await calendars.refresh();
    return calendars;
  }

  /** The calendar of a place. See `Calendars.of`. */
  of(jurisdiction: Jurisdiction, knownOn?: LocalDate | Instant): WorkingDayCalendar {
    return this.#calendars.of(jurisdiction, knownOn);
  }

  /**
   * The calendar of a place that this office went by at an instant: versions public by then, those of the log only once they were
   * recorded. So what was computed at the time can be computed again.
   */
  knownAt(jurisdiction: Jurisdiction, at: Instant): WorkingDayCalendar {
    const recorded = this.#recorded.filter(({ recordedAt }) => recordedAt <= at);
    const key = recorded.map(({ position }) => position).join(' ');
    const known = this.#earlier.get(key) ?? calendarsOf(this.shipped, recorded);
    this.#earlier.set(key, known);
    return known.of(jurisdiction, at);
  }

  /** The set of calendars as it is now; it does not change when another version comes in. */
  now(): Calendars {
    return this.#calendars;
  }

  /** The versions in the log, in its order. */
  recorded(): readonly RecordedCalendar[] {
    return this.#recorded;
  }

  /** Takes in what was recorded meanwhile, by this process or another. Reads what is new only. */
  async refresh(): Promise<void> {
    for (let after = this.#scanned; ;) {
      const filter = { types: [publishCalendar.event.type] };
      const { events, next, atEnd } = await this.store.readAll({ after, max: SCAN, filter });
      this.#take(events);
      if (next > this.#scanned) this.#scanned = next;
      if (atEnd) return;
      after = next;
    }
  }

  /** Two refreshes at once read the same pages: what was taken in is passed over. */
  #take(events: readonly RecordedEvent[]): void {
    const last = this.#recorded.at(-1)?.position ?? BEFORE_ALL;
    const fresh = events.filter(({ position }) => position > last);
    if (fresh.length === 0) return;
    this.#recorded = [...this.#recorded, ...fresh.map(recordedCalendar)];
    this.#calendars = calendarsOf(this.shipped, this.#recorded);
  }
}

function calendarsOf(shipped: Calendars, recorded: readonly RecordedCalendar[]): Calendars {
  return knownCalendars(
    shipped.versions(),
    recorded.map(({ calendar }) => calendar),
  );
}

function recordedCalendar(event: RecordedEvent): RecordedCalendar {
  const { calendar } = eventRegistry.upcast(event) as CalendarEvent['data'];
  return { calendar, position: event.position, recordedAt: event.metadata.now };
}
