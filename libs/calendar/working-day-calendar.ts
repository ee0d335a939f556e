import { fromDayNumber, RuleBroken, type LocalDate } from '#kernel';
import { versionIdOf, type CalendarVersionId, type CalendarYear } from './calendar-year.js';
import { DayCounts } from './day-counts.js';
import { dayInRange, outOfRange, yearOfDay } from './day-range.js';
import { explainDay, type DayExplanation } from './explain-day.js';
import { layersOf, type Jurisdiction } from './jurisdiction.js';
import { inForceByYear, namedDaysOf, type NamedDay } from './named-days.js';
import { NO_BASIS, VersionSegments, type CountBasis } from './version-segments.js';

/** The most working days that can be added at once. */
export const MOST_WORKING_DAYS = 10_000;

/** A date reached by counting working days, with what the count rests on. */
export interface ReachedDate extends CountBasis {
  readonly date: LocalDate;
}

/** A number of working days, with what the count rests on. */
export interface CountedDays extends CountBasis {
  readonly days: number;
}

/**
 * Working days (工作日) of one jurisdiction, by a fixed set of calendar versions. Immutable; an answer depends on nothing else,
 * neither on today's date nor on the time zone. A day not named by a narrower jurisdiction is what the wider one says.
 */
export class WorkingDayCalendar {
  readonly #named: ReadonlyMap<number, NamedDay>;
  readonly #counts: DayCounts;
  readonly #segments: VersionSegments;
  readonly #national: ReadonlyMap<number, CalendarVersionId>;

  /** `years` may hold versions of other jurisdictions: they are passed over. Of a year's versions the highest is in force. */
  constructor(
    readonly jurisdiction: Jurisdiction,
    years: readonly CalendarYear[],
  ) {
    const layers = layersOf(jurisdiction).map((layer) => years.filter((year) => year.jurisdiction === layer));
    this.#named = new Map(layers.flatMap((versions) => [...namedDaysOf(versions)]));
    this.#national = new Map(
      [...inForceByYear(layers[0] ?? [])].map(([year, calendar]) => [year, versionIdOf(calendar)]),
    );
    this.#counts = new DayCounts(this.#named);
    this.#segments = new VersionSegments((day) => this.#versionOn(day));
  }

  /**
   * The nth working day after `start`; `start` itself never counts. For n = 0 it is `start`, whatever day that is.
   * Raises `working-days-out-of-range` (n not an integer from 0 to 10,000) or `date-out-of-range` (kind invalid).
   */
  addWorkingDays(start: LocalDate, n: number): ReachedDate {
    const from = dayInRange(start, 'start');
    if (!Number.isInteger(n) || n < 0 || n > MOST_WORKING_DAYS) {
      throw new RuleBroken('working-days-out-of-range', 'n', `工作日天数应为 0 至 ${MOST_WORKING_DAYS} 的整数`);
    }
    const day = this.#counts.nthAfter(from, n);
    if (day === undefined) throw outOfRange('start');
    const { provisional, calendarVersions } = day === from ? NO_BASIS : this.#segments.basis(from + 1, day);
    return { date: fromDayNumber(day), provisional, calendarVersions };
  }

  /**
   * Working days after `startExclusive` up to and including `endInclusive`.
   * Raises `end-before-start` or `date-out-of-range` (kind invalid).
   */
  workingDaysBetween(startExclusive: LocalDate, endInclusive: LocalDate): CountedDays {
    const from = dayInRange(startExclusive, 'startExclusive');
    const to = dayInRange(endInclusive, 'endInclusive');
    if (to < from) throw endBeforeStart('endInclusive');
    const { provisional, calendarVersions } = to === from ? NO_BASIS : this.#segments.basis(from + 1, to);
    return { days: this.#counts.upTo(to) - this.#counts.upTo(from), provisional, calendarVersions };
  }

  /** What a day is, and why. Raises `date-out-of-range` (kind invalid). */
  dayKind(date: LocalDate): DayExplanation {
    return this.#explain(dayInRange(date, 'date'));
  }

  /** Explains every day from `start` to `end`, both included. Raises `end-before-start` or `date-out-of-range` (kind invalid). */
  daysFrom(start: LocalDate, end: LocalDate): IterableIterator<DayExplanation> {
    const from = dayInRange(start, 'start');
    const to = dayInRange(end, 'end');
    if (to < from) throw endBeforeStart('end');
    return this.#explainAll(from, to);
  }

  *#explainAll(from: number, to: number): Generator<DayExplanation, undefined> {
    for (let day = from; day <= to; day++) yield this.#explain(day);
  }

  #explain(day: number): DayExplanation {
    return explainDay(day, this.#named.get(day), this.#versionOn(day));
  }

  #versionOn(day: number): CalendarVersionId | undefined {
    return this.#named.get(day)?.version ?? this.#national.get(yearOfDay(day));
  }
}

function endBeforeStart(field: string): RuleBroken {
  return new RuleBroken('end-before-start', field, '结束日期不能早于开始日期');
}
