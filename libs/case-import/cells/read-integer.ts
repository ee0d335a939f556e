import type { Cell } from '../sheet.js';
import { plain } from './plain.js';

/** A whole number that is not negative, or in Chinese why the cell holds none. */
export function readInteger(
  cell: Exclude<Cell, { kind: 'blank' }>,
): { readonly number: number } | { readonly fault: string } {
  if (cell.kind === 'fault') return { fault: cell.fault };
  const text = plain(cell.text);
  return /^\d{1,9}$/.test(text) ? { number: Number(text) } : { fault: '应为不带单位的非负整数' };
}
