import { REPORT_FORMS } from '#agency';
import { InvalidInput } from '#kernel';
import { figureOfKey, type FigureAddress } from '#office';

/**
 * The figure that a URL names, in the manner of its key (`table3/new/total`); the table may be its number alone. Raises
 * `InvalidInput` at `path.row`.
 */
export function cellAddressOf(table: string, row: string, column: string): FigureAddress {
  const number = table.replace(/^table/, '');
  const key = `table${number}/${row}/${column}`;
  const found = REPORT_FORMS.map((form) => figureOfKey(key, form)).find((figure) => figure !== null);
  if (found) return found;
  throw new InvalidInput([{ path: 'path.row', message: `表${number}没有 ${row} 行 ${column} 列` }]);
}
