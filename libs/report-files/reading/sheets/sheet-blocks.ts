import type { Block, Grid, GridCell } from '#annual-report';
import type { Budget } from '../budget.js';
import { axisOf, type Axis } from './axis.js';
import { contentOf, type SheetCells } from './sheet-content.js';

/** The tables or lines of a sheet, and what must be known about how they were taken. */
export interface SheetBlocks {
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
}

/** What a sheet shows: a grid, or lines where it has one column; nothing where it is empty. Empty rows and columns are left out. */
export function sheetBlocks(name: string, sheet: SheetCells, budget: Budget): SheetBlocks {
  const place = `工作表“${name}”`;
  const { texts, formulas } = contentOf(sheet, budget);
  const rows = axisOf(
    sheet['!rows'] ?? [],
    texts.map(({ rows }) => rows),
  );
  const columns = axisOf(
    sheet['!cols'] ?? [],
    texts.map(({ columns }) => columns),
  );
  const hidden = [...hiddenOf(rows, '行'), ...hiddenOf(columns, '列')];
  const notes = [
    ...(formulas === 0 ? [] : [`${place}有 ${String(formulas)} 个公式：取文件中保存的结果，未重新计算`]),
    ...(hidden.length === 0 ? [] : [`${place}有隐藏的 ${hidden.join('、')}，未读取`]),
  ];
  const cells = texts.flatMap(({ rows: down, columns: across, text }): GridCell[] => {
    const [row, column] = [rows.place(down), columns.place(across)];
    return row === null || column === null
      ? []
      : [{ row: row.at, column: column.at, rowSpan: row.size, columnSpan: column.size, text }];
  });
  if (columns.length === 1) return { blocks: linesOf(cells, place), notes };
  const grid: Grid = { kind: 'grid', cells: withBlanks(cells, rows.length, columns.length, budget), place };
  return { blocks: cells.length === 0 ? [] : [grid], notes };
}

function hiddenOf({ hidden }: Axis, unit: string): readonly string[] {
  return hidden === 0 ? [] : [`${String(hidden)} ${unit}`];
}

function linesOf(cells: readonly GridCell[], place: string): readonly Block[] {
  return cells.map(({ row, text }) => ({ kind: 'line', text, place: `${place}第 ${String(row + 1)} 行` }));
}

/** The cells with an empty one in every place that none covers, in the order of rows and columns. */
function withBlanks(cells: readonly GridCell[], rows: number, columns: number, budget: Budget): readonly GridCell[] {
  const covered = Array.from({ length: rows }, () => new Set<number>());
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let down = row; down < row + rowSpan; down++) {
      for (let across = column; across < column + columnSpan; across++) covered[down]?.add(across);
    }
  }
  const blanks = covered.flatMap((taken, row) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => !taken.has(column))
      .map((column) => {
        budget.takeCell();
        return { row, column, rowSpan: 1, columnSpan: 1, text: '' };
      }),
  );
  return [...cells, ...blanks].sort((a, b) => a.row - b.row || a.column - b.column);
}
