import { prescribedForm, type ReportForm } from '#agency';
import type { AcceptedRow } from '#case-import';
import type { CaseEntry } from '#casework';
import { countersOf, countOf, sumCounters, tablesOf, type Counter, type Table3, type Table4 } from '#statistics';

/** Tables 3 and 4 of a year as the rows of a register make them, by the functions that make the annual report. */
export interface YearOfRegister {
  readonly year: number;
  readonly form: ReportForm;
  readonly table3: Table3;
  readonly table4: Table4;
}

/** What a row adds to the tables. */
export function countersOfRow({ steps }: AcceptedRow): readonly Counter[] {
  return countersOf(countOf(steps.map(({ entry }) => entry as CaseEntry)));
}

/** The tables of every year that the counters reach, oldest first. */
export function tablesByYear(counters: readonly Counter[], agency: string): readonly YearOfRegister[] {
  const summed = sumCounters(counters);
  const years = [...new Set(summed.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const form = prescribedForm(year);
    return { year, form, ...tablesOf(summed, [agency], year, form) };
  });
}
