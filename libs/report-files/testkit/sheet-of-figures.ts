import { FORMS, type Head, type GridCell, type RowGroup, type FigureRow } from '#annual-report';
import { TABLE4_BLOCKS, TABLE4_COLUMNS, type Figure, type ReportFigures } from '#statistics';

/** A table to render: cells cover every place once. */
export interface TestGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

/** A report to render: lines of text, and tables. */
export type TestBlock = { readonly line: string } | { readonly grid: TestGrid };

/** How a figure is printed. A blank is `null`. */
export type Print = (figure: Figure) => string;

export const plainly: Print = (figure) => (figure === null ? '' : String(figure));

/** A report in its official form, with `lines` of running text under its title. */
export function blocksOf(
  title: string,
  lines: readonly string[],
  figures: ReportFigures,
  print: Print = plainly,
): readonly TestBlock[] {
  const form = FORMS[figures.form];
  return [
    { line: title },
    { line: form.sections[0] },
    ...lines.map((line) => ({ line })),
    ...(figures.table2 === null ? [] : [{ line: form.sections[1] }, { grid: table2(figures, print) }]),
    ...(figures.table3 === null ? [] : [{ line: form.sections[2] }, { grid: table3(figures, print) }]),
    ...(figures.table4 === null ? [] : [{ line: form.sections[3] }, { grid: table4(figures, print) }]),
    { line: form.sections[4] },
    { line: form.sections[5] },
  ];
}

function table2({ form, table2 }: ReportFigures, print: Print): TestGrid {
  const cells: GridCell[] = [];
  let row = 0;
  for (const { item, heads, rows } of FORMS[form].table2) {
    cells.push(cellOf(row++, 0, item, 1, 4));
    for (const texts of [
      heads,
      ...rows.map(({ id, label, columns }) => [
        label,
        ...columns.map((column) => {
          const figures = (table2 as Readonly<Record<string, Readonly<Record<string, Figure | string>>>>)[id];
          const value = figures?.[column] ?? null;
          return typeof value === 'string' ? value : print(value);
        }),
      ]),
    ]) {
      const span = 3 / (texts.length - 1);
      texts.forEach((text, index) => {
        cells.push(cellOf(row, index === 0 ? 0 : 1 + (index - 1) * span, text, 1, index === 0 ? 1 : span));
      });
      row++;
    }
  }
  return { rows: row, columns: 4, cells };
}

function table3({ form, table3 }: ReportFigures, print: Print): TestGrid {
  const { note, head, rows } = FORMS[table3 && 'other.all' in table3 ? '2019' : form].table3;
  const cells = [cellOf(0, 0, note, 3, 3), ...heads([head], 0, 3, 3)];
  let row = 3;
  const add = (entries: readonly (FigureRow | RowGroup)[], column: number) => {
    for (const entry of entries) {
      if ('rows' in entry) {
        const top = row;
        add(entry.rows, column + 1);
        cells.push(cellOf(top, column, entry.label, row - top, 1));
      } else {
        cells.push(cellOf(row, column, entry.label, 1, 3 - column));
        (table3?.[entry.id] ?? []).forEach((figure, index) => {
          cells.push(cellOf(row, 3 + index, print(figure), 1, 1));
        });
        row++;
      }
    }
  };
  add(rows, 0);
  return { rows: row, columns: 10, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function table4({ form, table4 }: ReportFigures, print: Print): TestGrid {
  const figures = TABLE4_BLOCKS.flatMap((block) => TABLE4_COLUMNS.map((_, index) => table4?.[block][index] ?? null));
  const cells = [
    ...heads(FORMS[form].table4.heads, 0, 0, 3),
    ...figures.map((figure, column) => cellOf(3, column, print(figure), 1, 1)),
  ];
  return { rows: 4, columns: 15, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function heads(of: readonly Head[], row: number, column: number, depth: number): readonly GridCell[] {
  let next = column;
  return of.flatMap(({ label, under }) => {
    const at = next;
    next += under ? leaves(under) : 1;
    const cell = cellOf(row, at, label, under ? 1 : depth, next - at);
    return under ? [cell, ...heads(under, row + 1, at, depth - 1)] : [cell];
  });
}

function leaves(of: readonly Head[]): number {
  return of.reduce((sum, { under }) => sum + (under ? leaves(under) : 1), 0);
}

function cellOf(row: number, column: number, text: string, rowSpan: number, columnSpan: number): GridCell {
  return { row, column, rowSpan, columnSpan, text };
}
