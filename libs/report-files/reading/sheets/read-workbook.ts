import type { Block } from '#annual-report';
import { read, type WorkBook } from '@e965/xlsx';
import { Budget } from '../budget.js';
import { READING_LIMITS } from '../limits.js';
import { UnreadableFile } from '#files';
import { sheetBlocks } from './sheet-blocks.js';
import type { SheetCells } from './sheet-content.js';

/** Tables of a workbook and what must be known about how they were taken. */
export interface WorkbookBlocks {
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
}

/**
 * One grid per sheet, with its merged cells; of one column, lines. Numbers are as stored, not as displayed. Formulas are not executed:
 * the result that the file keeps is taken, and said so; where it keeps none, the cell shows the formula. What is hidden from whoever
 * opens the file is left out, and said so. Raises `file-damaged`, `file-encrypted`, `file-too-complex`.
 */
export function readWorkbook(bytes: Buffer): WorkbookBlocks {
  const workbook = parsed(bytes);
  const budget = new Budget();
  const blocks: Block[] = [];
  const notes: string[] = [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name] as SheetCells | undefined;
    if (sheet === undefined) return;
    if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      notes.push(`工作表“${name}”是隐藏的，未读取`);
      return;
    }
    if (sheet['!fullref'] !== undefined) {
      throw new UnreadableFile(
        'file-too-complex',
        `工作表“${name}”超过 ${String(READING_LIMITS.sheetRows)} 行，不像一份年度报告`,
      );
    }
    const read = sheetBlocks(name, sheet, budget);
    blocks.push(...read.blocks);
    notes.push(...read.notes);
  });
  return { blocks, notes };
}

function parsed(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellHTML: false,
      // Hidden rows and columns are told with the styles.
      cellStyles: true,
      sheetRows: READING_LIMITS.sheetRows,
    });
  } catch (cause) {
    // The library raises plain errors; its wording is all there is to tell them apart.
    if (cause instanceof Error && /password/i.test(cause.message)) {
      throw new UnreadableFile('file-encrypted', '文件有密码保护，无法读取；请去除密码后再试', {}, { cause });
    }
    throw new UnreadableFile('file-damaged', '文件已损坏或不完整：不是有效的 Excel 文件', {}, { cause });
  }
}
