import type { ImportedReport } from '#agency';
import type { ReportFigures } from '#statistics';

/** The figures of an imported report; a row or column that was not visible is not there. */
export function importedFigures({ year, form, table2, table3, table4 }: ImportedReport): ReportFigures {
  const report = { year, form, table2, table3, table4 } as unknown as ReportFigures;
  if (table2 === null || !('fees' in table2) || table2.fees === undefined || !('amount10k' in table2.fees))
    return report;
  // The log takes whole numbers only: an amount of money stands in the event as its digits.
  const digits = table2.fees.amount10k ?? null;
  const fees = { amount10k: digits === null ? null : Number(digits) };
  return { ...report, table2: { ...table2, fees } as unknown as ReportFigures['table2'] };
}
