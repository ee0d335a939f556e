import { checkReport, provePartition, type RuleResult, type YearFigures } from '#statistics';
import type { Books } from '#agency';
import type { BooksDesk } from '../desk/books-desk.js';
import type { YearOf } from './figures-of.js';
import { publishedFigures } from './stored-tables.js';
import type { YearReader } from './year-reader.js';

/** What a rule said, and whether a recorded waiver lets its failure pass. */
export interface JudgedRule extends RuleResult {
  readonly waived: boolean;
}

/** The catalogue applied to a year. */
export interface YearJudgement {
  readonly results: readonly JudgedRule[];
  /** Failed rules of severity error without a waiver: they block the closing. */
  readonly blocking: readonly JudgedRule[];
}

/** Puts a year to every rule: its figures, the partition of its cases, and last year's published edition. */
export class YearRules {
  constructor(
    private readonly reader: YearReader,
    private readonly books: BooksDesk,
  ) {}

  /** Judges figures read at one position together with the cases behind them. */
  async judge({ agency, year, form }: YearOf, figures: YearFigures, waivers: Books['waivers']): Promise<YearJudgement> {
    const { books: lastYear } = await this.books.booksOf(agency, year - 1);
    const edition = lastYear.editions.at(-1);
    const counts = [...this.reader.counts(agency)].map(({ count }) => count);
    const waived = new Set(waivers.map(({ rule }) => rule));
    const results = checkReport({
      figures,
      lastYear: edition === undefined ? null : publishedFigures(edition),
      partition: provePartition(counts, figures, year, form),
      origin: 'computed',
      scope: 'own',
    }).map((result) => ({ ...result, waived: waived.has(result.rule) }));
    const blocking = results.filter((one) => one.status === 'failed' && one.severity === 'error' && !one.waived);
    return { results, blocking };
  }
}
