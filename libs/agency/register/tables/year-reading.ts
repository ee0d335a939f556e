import type { RegisterCounters } from '../register-counters.js';
import type { DocumentKind, InventoryKind, RegisterItem } from '../register-item.js';

/** A figure that may be unknown: nothing on record says it. Never the same as 0. */
export type Known = number | null;

/** Reads the registers of one agency, whatever their order, from the point of view of a year. */
export class YearReading {
  readonly #byYear: ReadonlyMap<number, RegisterCounters>;

  constructor(
    counters: Iterable<RegisterCounters>,
    readonly year: number,
  ) {
    this.#byYear = new Map([...counters].map((register) => [register.year, register]));
  }

  /** What was done in the year; 0 where nothing is on record as done. */
  done(item: RegisterItem): number {
    return this.#stated(item, this.year) ?? 0;
  }

  /** Documents in force at the end of the year: the latest stated balance, then made less repealed; `null` without a balance. */
  inForce(kind: DocumentKind): Known {
    return this.#balance(
      `${kind}.balance`,
      (year) => this.#moved(year, `${kind}.made`) - this.#moved(year, `${kind}.repealed`),
    );
  }

  /** Documents open to the public at the end of the year: the latest stated balance, then published; `null` without a balance. */
  publishedTotal(kind: DocumentKind): Known {
    return this.#balance(`${kind}.publishedBalance`, (year) => this.#moved(year, `${kind}.published`));
  }

  /** 上一年项目数量 and 本年增/减: known only where the inventory was stated in the year before, and in both years. */
  inventory(kind: InventoryKind): { readonly itemsLastYear: Known; readonly change: Known } {
    const itemsLastYear = this.#stated(`${kind}.items`, this.year - 1) ?? null;
    const items = this.#stated(`${kind}.items`, this.year) ?? null;
    return { itemsLastYear, change: items === null || itemsLastYear === null ? null : items - itemsLastYear };
  }

  #balance(item: RegisterItem, movement: (year: number) => number): Known {
    const years = [...this.#byYear.keys()].filter((year) => year <= this.year).sort((a, b) => a - b);
    const opened = years.findLast((year) => this.#stated(item, year) !== undefined);
    if (opened === undefined) return null;
    const later = years.filter((year) => year > opened);
    return later.reduce((balance, year) => balance + movement(year), this.#moved(opened, item));
  }

  #moved(year: number, item: RegisterItem): number {
    return this.#stated(item, year) ?? 0;
  }

  #stated(item: RegisterItem, year: number): number | undefined {
    return this.#byYear.get(year)?.items[item];
  }
}
