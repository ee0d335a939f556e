import { read, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { RegisterFault } from '../register-fault.js';
import { BLANK, type Sheet, type SheetRow } from '../sheet.js';
import { MAX_ROWS } from './limits.js';
import { spreadMergedCells, type Grid } from './merged-cells.js';
import { workbookCell } from './workbook-cell.js';

/**
 * Reads one sheet of a workbook (XLSX, XLS). `name`: which; without it the only sheet that is not hidden.
 * Raises {@link RegisterFault}: `register-file-unreadable`, `register-file-encrypted`, `register-file-too-large`,
 * `register-sheet-unknown`.
 */
export function readWorkbook(bytes: Uint8Array, name: string | undefined): Sheet {
  const { SheetNames: names, Workbook: facts } = parse(bytes, { bookSheets: true, bookProps: false });
  const hidden = names.filter((_name, at) => (facts?.Sheets?.[at]?.Hidden ?? 0) !== 0);
  const chosen = choose(names, hidden, name);
  // Styles are asked for because the reader tells hidden rows, and formulas without a result, only with them.
  const book = parse(bytes, { sheets: [chosen], dense: true, cellStyles: true, cellFormula: true, cellHTML: false });
  const sheet = book.Sheets[chosen];
  if (sheet === undefined) throw unreadable(null);
  const rows = rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true);
  const notes =
    hidden.length === 0
      ? []
      : [`文件中有隐藏的工作表：${hidden.join('、')}${hidden.includes(chosen) ? '' : '，未读取'}`];
  return { name: chosen, rows, notes };
}

function parse(bytes: Uint8Array, options: ParsingOptions): WorkBook {
  try {
    return read(bytes, { type: 'buffer', ...options });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (/password|encrypt/i.test(message)) throw encrypted(cause);
    throw unreadable(cause);
  }
}

function choose(names: readonly string[], hidden: readonly string[], name: string | undefined): string {
  const visible = names.filter((one) => !hidden.includes(one));
  if (name !== undefined && names.includes(name)) return name;
  if (name === undefined && visible.length === 1) return visible[0]!;
  const message =
    name === undefined
      ? `文件有 ${visible.length} 个工作表，请在对照文件 sheet 中写明用哪一个：${visible.join('、')}`
      : `没有工作表“${name}”；现有：${names.join('、')}`;
  throw new RegisterFault('register-sheet-unknown', message, { sheets: names });
}

function rowsOf(sheet: WorkSheet, from1904: boolean): readonly SheetRow[] {
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  if (data.length > MAX_ROWS) throw new RegisterFault('register-file-too-large', `工作表超过 ${MAX_ROWS} 行；未读取`);
  const grid: Grid = Array.from(data, (row) => Array.from(row ?? [], (cell) => workbookCell(cell, from1904)));
  spreadMergedCells(grid, sheet['!merges'] ?? []);
  return grid.map((cells, at) => ({
    number: at + 1,
    hidden: sheet['!rows']?.[at]?.hidden === true,
    cells: Array.from(cells, (cell) => cell ?? BLANK),
  }));
}

function encrypted(cause: unknown): RegisterFault {
  return new RegisterFault('register-file-encrypted', '文件已加密；请解除密码后另存再导入', {}, { cause });
}

function unreadable(cause: unknown): RegisterFault {
  return new RegisterFault('register-file-unreadable', '文件已损坏，或不是 XLSX、XLS 工作簿', {}, { cause });
}
