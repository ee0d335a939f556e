import { READING_LIMITS } from './limits.js';
import { UnreadableFile } from '#files';

/** Counts what a document has come to hold. Raises `file-too-complex` beyond the limits. */
export class Budget {
  #lines = 0;
  #cells = 0;

  /** Counts one line. */
  takeLine(): void {
    if (++this.#lines <= READING_LIMITS.lines) return;
    throw new UnreadableFile('file-too-complex', `内容超过 ${String(READING_LIMITS.lines)} 行，不像一份年度报告`);
  }

  /** Counts one cell of a table. */
  takeCell(): void {
    if (++this.#cells <= READING_LIMITS.gridCells) return;
    throw new UnreadableFile(
      'file-too-complex',
      `表格超过 ${String(READING_LIMITS.gridCells)} 个单元格，不像一份年度报告`,
    );
  }
}
