import type { LintedReport } from '#report-files';
import {
  figureAt,
  rowLabel,
  TABLE3_COLUMN_LABELS,
  TABLE3_COLUMNS,
  table3Rows,
  TABLE4_BLOCK_LABELS,
  TABLE4_BLOCKS,
  TABLE4_COLUMN_LABELS,
  TABLE4_COLUMNS,
  table2Cells,
  table2ColumnLabel,
  table2RowLabel,
  type Figure,
} from '#statistics';
import { textTable } from '../shell/text-table.js';

/** The figures of the three tables as published, compact: of table 3 the rows that are not all 0. A blank is `空`, never 0. */
export function figuresText({ figures }: LintedReport): readonly string[] {
  return [...table2Text(figures), ...table3Text(figures), ...table4Text(figures)];
}

type Figures = LintedReport['figures'];

function table2Text(figures: Figures): readonly string[] {
  if (figures.table2 === null) return ['表二：没有读到'];
  const cells = table2Cells(figures.form).map((cell) => {
    const label = `${table2RowLabel(cell.row, figures.form)}${table2ColumnLabel(cell.column, figures.form)}`;
    return `${label} ${figureText(figureAt(figures, cell))}`;
  });
  return [`表二：${cells.join('；')}`];
}

function table3Text(figures: Figures): readonly string[] {
  const { table3 } = figures;
  if (table3 === null) return ['表三：没有读到'];
  const rows = table3Rows('other.all' in table3 ? '2019' : figures.form).map((row) => ({
    row,
    cells: TABLE3_COLUMNS.map((column) => figureAt(figures, { table: 3, row, column })),
  }));
  const isZero = (cells: readonly unknown[]) => cells.every((figure) => figure === 0);
  const told = rows.filter(({ row, cells }) => !row.includes('.') || !isZero(cells));
  const heads = ['表三', ...TABLE3_COLUMNS.map((column) => TABLE3_COLUMN_LABELS[column])];
  const table = textTable(
    heads.map((head, index) => ({ head, align: index === 0 ? 'left' : 'right' })),
    told.map(({ row, cells }) => [rowLabel(row), ...cells.map(figureText)]),
  );
  return [table, ...(told.length < rows.length ? [`其余 ${String(rows.length - told.length)} 行均为 0`] : [])];
}

function table4Text(figures: Figures): readonly string[] {
  if (figures.table4 === null) return ['表四：没有读到'];
  return TABLE4_BLOCKS.map((block) => {
    const cells = TABLE4_COLUMNS.map((column) => {
      return `${TABLE4_COLUMN_LABELS[column]} ${figureText(figureAt(figures, { table: 4, block, column }))}`;
    });
    return `表四${TABLE4_BLOCK_LABELS[block]}：${cells.join('，')}`;
  });
}

/** `undefined`: not shown in the report, or not read. */
function figureText(figure: Figure | undefined): string {
  if (figure === undefined) return '未读出';
  return figure === null ? '空' : String(figure);
}
