import type { CellAddress, Figure } from '#statistics';
import { readCell, type CellReading } from '../figures/cell-text.js';
import type { Place } from '../document.js';
import type { Remark, Unread } from '../published-report.js';

/** The figures of a row with what was noted while reading its cells. */
export interface CellsReading {
  readonly figures: readonly Figure[];
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
}

/** Reads the texts of the cells of a row. A text that is no figure becomes `null` and is listed. */
export function readCells(
  texts: readonly string[],
  cells: readonly CellAddress[],
  place: Place,
  read: (text: string, cell: CellAddress) => CellReading = readCell,
): CellsReading {
  const unread: Unread[] = [];
  const remarks: Remark[] = [];
  const figures = texts.map((text, index): Figure => {
    const cell = cells[index]!;
    const reading = read(text, cell);
    if ('unreadable' in reading) {
      const row = cell.table === 4 ? cell.block : cell.row;
      unread.push({ table: cell.table, row, cell, place, text: text.trim(), reason: '不是数字' });
      return null;
    }
    if (reading.remark !== null) remarks.push({ cell, text: reading.remark, place });
    return reading.value;
  });
  return { figures, unread, remarks };
}
