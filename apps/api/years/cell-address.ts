import { REPORT_FORMS } from '#agency';
import { InvalidInput } from '#kernel';
import { figureOfKey, type FigureAddress } from '#office';
import { allCells, cellKey } from '#statistics';

/** Keys of the cells of both forms. */
const KEYS: readonly string[] = REPORT_FORMS.flatMap((form) => allCells(form).map(cellKey));

/**
 * The figure that a URL names, in the manner of its key (`table3/new/total`); the table may be its number alone. Raises
 * `InvalidInput` at `path.row` or `path.column`.
 */
export function cellAddressOf(table: string, row: string, column: string): FigureAddress {
  const number = table.replace(/^table/, '');
  const key = `table${number}/${row}/${column}`;
  const found = REPORT_FORMS.map((form) => figureOfKey(key, form)).find((figure) => figure !== null);
  if (found) return found;
  const hasRow = KEYS.some((known) => known.startsWith(`table${number}/${row}/`));
  const fault = hasRow
    ? { path: 'path.column', message: `表${number}没有这一列` }
    : { path: 'path.row', message: `表${number}没有这一行` };
  throw new InvalidInput([fault]);
}
