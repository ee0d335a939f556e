import { APPLICANT_KINDS, REMEDY_RESULTS, type ApplicantKind } from '#casework';
import type { ReportForm } from '#agency';
import type { Counter, CounterItem } from './counters.js';
import { kindOf, type Table4Block } from './columns.js';
import type { Table3, Table4 } from './figures.js';
import { partsOf, resultRows, table3Rows, type ResultRow, type Table3Row } from './rows.js';

/** The two tables that follow from cases. */
export interface Tables {
  readonly table3: Table3;
  readonly table4: Table4;
}

/**
 * Tables 3 and 4 of `year` for one agency or for several together, from counters of all years (later ones are passed over).
 * 二 is what came before the year less what ended before it, 四 is 一 + 二 less （七）: the identity printed in the form holds
 * by construction, per column.
 */
export function tablesOf(
  counters: Iterable<Counter>,
  agencies: readonly string[],
  year: number,
  form: ReportForm,
): Tables {
  const tally = new Tally(counters, new Set(agencies), year);
  return { table3: table3Of(tally, form), table4: table4Of(tally) };
}

function table3Of(tally: Tally, form: ReportForm): Table3 {
  const ended = (when: When, column: ApplicantKind, rows: readonly ResultRow[] = resultRows(form)) =>
    total(rows.flatMap(partsOf).map((row) => tally.get(when, row, column)));
  const carriedIn = (column: ApplicantKind) => tally.get('before', 'new', column) - ended('before', column);
  const cell = (row: Table3Row, column: ApplicantKind): number => {
    switch (row) {
      case 'new':
        return tally.get('within', 'new', column);
      case 'carriedIn':
        return carriedIn(column);
      case 'resolvedTotal':
        return ended('within', column);
      case 'carriedOut':
        return carriedIn(column) + tally.get('within', 'new', column) - ended('within', column);
      default:
        return ended('within', column, [row]);
    }
  };
  return Object.fromEntries(
    table3Rows(form).map((row) => [row, withTotal(APPLICANT_KINDS.map((column) => cell(row, column)))]),
  );
}

function table4Of(tally: Tally): Table4 {
  const block = (id: Table4Block) => {
    const kind = kindOf(id);
    const concluded = (when: When) =>
      REMEDY_RESULTS.map((result) => tally.get(when, `concluded:${kind}:${result}`, 'all'));
    const filed = tally.get('before', `filed:${kind}`, 'all') + tally.get('within', `filed:${kind}`, 'all');
    const pending = filed - total(concluded('before')) - total(concluded('within'));
    return withTotal([...concluded('within'), pending]);
  };
  return { review: block('review'), suitDirect: block('suitDirect'), suitAfterReview: block('suitAfterReview') };
}

type When = 'before' | 'within';

/** Sums of the counters of some agencies, before a year and within it. */
class Tally {
  readonly #sums = new Map<string, number>();

  constructor(counters: Iterable<Counter>, agencies: ReadonlySet<string>, year: number) {
    for (const counter of counters) {
      if (counter.year > year || !agencies.has(counter.agency)) continue;
      const key = this.#key(counter.year === year ? 'within' : 'before', counter.item, counter.column);
      this.#sums.set(key, (this.#sums.get(key) ?? 0) + counter.value);
    }
  }

  get(when: When, item: CounterItem, column: Counter['column']): number {
    return this.#sums.get(this.#key(when, item, column)) ?? 0;
  }

  #key(when: When, item: CounterItem, column: Counter['column']): string {
    return `${when}|${item}|${column}`;
  }
}

function withTotal(cells: readonly number[]): readonly number[] {
  return [...cells, total(cells)];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
