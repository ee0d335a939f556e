import { SSF, type CellObject } from '@e965/xlsx';
import { BLANK, type Cell } from '../sheet.js';
import { serialDay } from './serial-day.js';

/** The one function of the untyped formatting part that is used here. */
const FORMATS = SSF as { readonly is_date: (format: string) => boolean };

/** Texts of the errors that a cell can hold, by the number under which the file format keeps them. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** A cell of a workbook. A formula is never computed: the result that the file keeps counts, or there is none. */
export function workbookCell(cell: CellObject | undefined, from1904: boolean): Cell {
  if (cell === undefined) return BLANK;
  const { t, v, f } = cell;
  const z: unknown = cell.z;
  if (t === 'e') return errorCell(v);
  // The reader puts 0 where the file keeps no result of a formula; no column of a register means anything by 0.
  if (f !== undefined && (t === 'z' || v === undefined || v === 0)) {
    return { kind: 'fault', text: `=${f}`.slice(0, 60), fault: '公式没有保存计算结果；请在表格软件中重新计算并保存' };
  }
  if (t === 'n' && typeof v === 'number') {
    const dated = typeof z === 'string' && FORMATS.is_date(z);
    return { kind: 'number', text: String(v), day: serialDay(v, from1904), dated };
  }
  if (t === 'b') return { kind: 'text', text: v === true ? 'TRUE' : 'FALSE' };
  return typeof v === 'string' && v !== '' ? { kind: 'text', text: v } : BLANK;
}

function errorCell(v: unknown): Cell {
  const text = (typeof v === 'number' ? ERRORS[v] : undefined) ?? '#ERROR!';
  return { kind: 'fault', text, fault: '单元格是错误值' };
}
