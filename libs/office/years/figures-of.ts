import { createHash } from 'node:crypto';
import { sectionOneOf, table2Of, type RegisterCounters, type ReportForm } from '#agency';
import { digestText, tablesOf, type Counter, type YearFigures } from '#statistics';

/** Which figures are meant. */
export interface YearOf {
  readonly agency: string;
  readonly year: number;
  readonly form: ReportForm;
}

/** All figures of an agency and year from its counters; pure. Later years among the counters are passed over. */
export function figuresOf(
  { agency, year, form }: YearOf,
  counters: Iterable<Counter>,
  registers: readonly RegisterCounters[],
): YearFigures {
  const register = registers.find((one) => one.year === year) ?? { agency, year, items: {} };
  return {
    agency,
    year,
    form,
    table2: table2Of(registers, year, form),
    ...tablesOf(counters, [agency], year, form),
    published: sectionOneOf(register),
  };
}

/** SHA-256 of the canonical JSON (RFC 8785) of the figures, in hex: equal exactly for equal figures. */
export function digestOf(figures: YearFigures): string {
  return createHash('sha256').update(digestText(figures)).digest('hex');
}
