import type { Position } from '#kernel';
import type { RegisterCounters, RegisterItems } from '#agency';
import {
  feesOf,
  unitsIn,
  type CaseCount,
  type CellAddress,
  type Counter,
  type FeeFigures,
  type YearFigures,
} from '#statistics';
import type { OfficeViews } from '../views/office-views.js';
import { figuresOf, type YearOf } from './figures-of.js';

/** A case as counted, with the place of its registration in the log. */
export interface PlacedCount {
  readonly count: CaseCount;
  readonly position: Position;
}

const PAGE = 1_000;

/** Reads the tables of years from the statistics view; never computes them from cases. */
export class YearReader {
  constructor(private readonly views: OfficeViews) {}

  /** The figures, and the position of the log that they include: one state of the rows. */
  read(of: YearOf): { readonly figures: YearFigures; readonly position: Position } {
    return this.views.statistics.snapshot((view) => ({
      figures: figuresOf(of, this.#counters(of), this.#registers(of)),
      position: view.position(),
    }));
  }

  /** The fees of a year by the events of its cases. */
  fees({ agency, year }: Pick<YearOf, 'agency' | 'year'>): FeeFigures {
    return feesOf(this.#counters({ agency, year }), [agency], year);
  }

  /** Every case of an agency, in the order of registration. */
  *counts(agency: string): Generator<PlacedCount> {
    let after = '';
    for (;;) {
      const page = this.#countsAfter([agency], after);
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.position;
    }
  }

  /** Cases received by the end of the year and not ended by then: 结转下年度继续办理. */
  openAtEndOf(agency: string, year: number): readonly string[] {
    return this.views.statistics
      .statement(
        'SELECT case_id FROM case_count WHERE agency = ? AND received_year <= ? AND (closed_year IS NULL OR closed_year > ?) ORDER BY received_position',
      )
      .all(agency, year, year)
      .map((row) => String(row['case_id']));
  }

  /** At most `limit` cases of a cell registered behind `after` with some agencies, in the order of the log. */
  cell(
    agencies: readonly string[],
    year: number,
    cell: CellAddress,
    { after, limit }: { readonly after: Position; readonly limit: number },
  ): readonly PlacedCount[] {
    const found: PlacedCount[] = [];
    for (let from = after; found.length < limit;) {
      const page = this.#countsAfter(agencies, from);
      const last = page.at(-1);
      if (last === undefined) break;
      found.push(...page.filter(({ count }) => unitsIn(count, cell, year) > 0));
      from = last.position;
    }
    return found.slice(0, limit);
  }

  #countsAfter(agencies: readonly string[], after: Position): readonly PlacedCount[] {
    // One agency is read along the index; several are merged.
    const [only = '', ...others] = agencies;
    const [where, which] =
      others.length === 0 ? ['= ?', only] : ['IN (SELECT value FROM json_each(?))', JSON.stringify(agencies)];
    return this.views.statistics
      .statement(
        `SELECT count, received_position FROM case_count WHERE agency ${where} AND received_position > ? ORDER BY received_position LIMIT ?`,
      )
      .all(which, after, PAGE)
      .map((row) => ({
        count: JSON.parse(String(row['count'])) as CaseCount,
        position: String(row['received_position']),
      }));
  }

  #counters({ agency, year }: Pick<YearOf, 'agency' | 'year'>): readonly Counter[] {
    return this.views.statistics
      .statement('SELECT year, item, column_id, value FROM counter WHERE agency = ? AND year <= ?')
      .all(agency, year)
      .map(
        (row) =>
          ({
            agency,
            year: Number(row['year']),
            item: row['item'],
            column: row['column_id'],
            value: Number(row['value']),
          }) as Counter,
      );
  }

  #registers({ agency, year }: YearOf): readonly RegisterCounters[] {
    const rows = this.views.statistics
      .statement('SELECT year, item, value FROM register_item WHERE agency = ? AND year <= ? ORDER BY year, item')
      .all(agency, year);
    const byYear = Map.groupBy(rows, (row) => Number(row['year']));
    return [...byYear].map(([of, items]) => ({
      agency,
      year: of,
      items: Object.fromEntries(items.map((row) => [row['item'], Number(row['value'])])) as RegisterItems,
    }));
  }
}
