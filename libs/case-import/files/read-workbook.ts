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
  const { SheetNames: names } = parse(bytes, { bookSheets: true });
  const chosen = name === undefined ? onlyVisible(bytes, names) : known(name, names);
  // Styles are asked for because the reader tells hidden rows, and formulas without a result, only with them.
  const book = parse(bytes, { sheets: [chosen], dense: true, cellStyles: true, cellText: false, cellHTML: false });
  const sheet = book.Sheets[chosen];
  if (sheet === undefined) throw unreadable(null);
  const rows = rowsOf(sheet, book.Workbook?.WBProps?.date1904 === true);
  const hidden = hiddenSheets(book);
  const unread = hidden.includes(chosen) ? '' : '，未读取';
  return {
    name: chosen,
    rows,
    notes: hidden.length === 0 ? [] : [`文件中有隐藏的工作表：${hidden.join('、')}${unread}`],
  };
}

function hiddenSheets({ SheetNames, Workbook }: WorkBook): readonly string[] {
  return SheetNames.filter((_name, at) => (Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0);
}

function onlyVisible(bytes: Uint8Array, names: readonly string[]): string {
  // Which sheets are hidden the reader tells only of a book that it reads; of no sheet at all will do.
  const hidden = names.length === 1 ? [] : hiddenSheets(parse(bytes, { sheets: [] }));
  const visible = names.filter((name) => !hidden.includes(name));
  if (visible.length === 1) return visible[0]!;
  const message = `文件有 ${visible.length} 个工作表，请在对照文件 sheet 中写明用哪一个：${visible.join('、')}`;
  throw new RegisterFault('register-sheet-unknown', message, { sheets: names });
}

function known(name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  throw new RegisterFault('register-sheet-unknown', `没有工作表“${name}”；现有：${names.join('、')}`, {
    sheets: names,
  });
}

function parse(bytes: Uint8Array, options: ParsingOptions): WorkBook {
  try {
    return read(bytes, { type: 'buffer', ...options });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (/password-protected|ECMA-376/i.test(message)) throw encrypted(cause);
    throw unreadable(cause);
  }
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
