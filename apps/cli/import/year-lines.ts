import { APPLICANT_KIND_LABELS, APPLICANT_KINDS } from '#casework';
import { rowLabel, table3Rows, type Table3Row } from '#statistics';
import type { YearOfRegister } from './would-be-tables.js';

/** One figure for each year, under each other for the eye. */
export interface YearLine {
  readonly label: string;
  /** Empty where the form of the year has no such row. */
  readonly figures: readonly (number | '')[];
}

/** Rows that are shown also where they are 0 in every year. */
const ALWAYS: readonly Table3Row[] = ['new', 'carriedIn', 'resolvedTotal', 'carriedOut'];

/** The column 总计 of table 3, a line for each row that counts anything. */
export function rowLines(years: readonly YearOfRegister[]): readonly YearLine[] {
  const rows = table3Rows('2021').flatMap((row): Table3Row[] => (row === 'resolvedTotal' ? ['other.all', row] : [row]));
  return rows
    .map((row) => ({ row, label: rowLabel(row), figures: years.map(({ table3 }) => table3[row]?.at(-1) ?? '') }))
    .filter(({ row, figures }) => ALWAYS.includes(row) || figures.some((figure) => figure !== '' && figure > 0));
}

/** The applications received, a line for each kind of applicant. */
export function kindLines(years: readonly YearOfRegister[]): readonly YearLine[] {
  return APPLICANT_KINDS.map((kind, at) => ({
    label: APPLICANT_KIND_LABELS[kind],
    figures: years.map(({ table3 }) => table3.new?.[at] ?? ''),
  }));
}
