import { daysBetween, localDateOf, RuleBroken, type Instant, type LocalDate } from '#kernel';
import { versionIdOf, type CalendarYear } from './calendar-year.js';
import { SHIPPED_CALENDAR_YEARS } from './data/index.js';
import type { Jurisdiction } from './jurisdiction.js';
import { WorkingDayCalendar } from './working-day-calendar.js';

/** A set of calendar versions, and the calendars that follow from it. Immutable; calendars are built once and kept. */
export class Calendars {
  readonly #years: readonly CalendarYear[];
  readonly #built = new Map<string, WorkingDayCalendar>();

  /** The years must be valid by `calendarYearSchema`. Raises `calendar-version-exists` (kind invalid) for an id given twice. */
  constructor(years: Iterable<CalendarYear>) {
    this.#years = [...years].sort((a, b) => daysBetween(b.notice.published, a.notice.published));
    const ids = new Set<string>();
    for (const id of this.#years.map(versionIdOf)) {
      if (ids.has(id)) throw new RuleBroken('calendar-version-exists', 'version', `工作日历 ${id} 已存在`);
      ids.add(id);
    }
  }

  /** All versions, in the order in which they became known. */
  versions(): readonly CalendarYear[] {
    return this.#years;
  }

  /**
   * The calendar of a place: by every version, or, with `knownOn`, by those made public on or before that day (for an instant:
   * its day in Asia/Shanghai), so that a past computation can be repeated.
   */
  of(jurisdiction: Jurisdiction, knownOn?: LocalDate | Instant): WorkingDayCalendar {
    const known = knownOn === undefined ? this.#years.length : this.#knownOn(knownOn);
    const key = `${jurisdiction}/${known}`;
    const built = this.#built.get(key) ?? new WorkingDayCalendar(jurisdiction, this.#years.slice(0, known));
    this.#built.set(key, built);
    return built;
  }

  /** These versions and more. Raises `calendar-version-exists` (kind invalid). */
  with(...years: readonly CalendarYear[]): Calendars {
    return new Calendars([...this.#years, ...years]);
  }

  /** How many versions are public on a day: they are a prefix of the list. */
  #knownOn(when: LocalDate | Instant): number {
    const day = isInstant(when) ? localDateOf(when) : when;
    const next = this.#years.findIndex(({ notice }) => notice.published > day);
    return next < 0 ? this.#years.length : next;
  }
}

function isInstant(when: LocalDate | Instant): when is Instant {
  return when.endsWith('Z');
}

/** The calendars shipped with the program: jurisdiction CN, 2007 to 2026. */
export const SHIPPED_CALENDARS = new Calendars(SHIPPED_CALENDAR_YEARS);

/** The shipped calendar of a place, by every version or by those known on a day. See {@link Calendars.of}. */
export function calendarOf(jurisdiction: Jurisdiction, knownOn?: LocalDate | Instant): WorkingDayCalendar {
  return SHIPPED_CALENDARS.of(jurisdiction, knownOn);
}
