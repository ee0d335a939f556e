import { SSF, type CellObject } from '@e965/xlsx';

/** The package has no types for its formatter. */
const formatter = SSF as { readonly is_date: (format: string) => boolean };

/** Excel keeps 15 digits; what its binary sums leave behind them (0.30000000000000004) is no figure. */
const DIGITS_OF_EXCEL = 15;

/**
 * The text of a cell: a number as stored, whatever its format displays; a date, an error or a truth value as displayed. A formula whose
 * result the file does not keep shows itself (`=SUM(B1:C1)`), which is no figure: it is not calculated, and not taken for blank or 0.
 */
export function textOfCell({ t: type, v: value, w: displayed, f: formula, z: format }: CellObject): string {
  if (formula !== undefined && (type === 'z' || value === undefined)) return `=${formula}`;
  if (type === 's') return typeof value === 'string' ? value : '';
  if (type === 'n' && typeof value === 'number' && !isDate(format)) return numberText(value);
  return type === 'z' ? '' : (displayed ?? String(value ?? ''));
}

function isDate(format: CellObject['z']): boolean {
  return format !== undefined && formatter.is_date(String(format));
}

function numberText(value: number): string {
  return String(Number(value.toPrecision(DIGITS_OF_EXCEL)));
}
