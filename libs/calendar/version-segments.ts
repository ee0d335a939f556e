import type { CalendarVersionId } from './calendar-year.js';
import { FIRST_DAY, LAST_DAY } from './day-range.js';

/** What a count of working days rests on. */
export interface CountBasis {
  /** True when a day counted over lies in a year without a published calendar and was judged by its weekday alone. */
  readonly provisional: boolean;
  /** The versions in force for the days counted over, each once, in order of time. */
  readonly calendarVersions: readonly CalendarVersionId[];
}

/** No day was looked at: a period of no days. */
export const NO_BASIS: CountBasis = { provisional: false, calendarVersions: [] };

interface Segment extends CountBasis {
  readonly from: number;
}

/** Runs of days under one version (or none), so that the basis of a period is found without looking at each day. */
export class VersionSegments {
  readonly #segments: Segment[] = [];

  /** `versionOn` gives the version that governs a day, undefined when none is published. */
  constructor(versionOn: (day: number) => CalendarVersionId | undefined) {
    let last: CalendarVersionId | undefined;
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const version = versionOn(day);
      if (day > FIRST_DAY && version === last) continue;
      this.#segments.push({ from: day, provisional: !version, calendarVersions: version ? [version] : [] });
      last = version;
    }
  }

  /** The basis of the days `from` to `to`, both included; `from` not after `to`. */
  basis(from: number, to: number): CountBasis {
    const first = this.#at(from);
    const last = this.#at(to);
    if (first === last) return this.#segments[first]!;
    const segments = this.#segments.slice(first, last + 1);
    return {
      provisional: segments.some(({ provisional }) => provisional),
      calendarVersions: [...new Set(segments.flatMap(({ calendarVersions }) => calendarVersions))],
    };
  }

  /** Index of the segment that holds a day. */
  #at(day: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#segments[middle]!.from <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
