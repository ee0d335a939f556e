import type { PublishedReport, Unread } from '#annual-report';
import { cellKey, TABLE3_COLUMNS, TABLE4_BLOCKS, TABLE4_COLUMNS, cell3, cell4 } from '#statistics';
import type { Figure, ReportFigures, Table2, Table3, Table3Row, Table4 } from '#statistics';

/**
 * The figures of a published report as rules may see them: cells that could not be read are taken out, so that no rule takes one for
 * a blank, which counts as 0. A rule that needs such a cell leaves its sum out. Where a report fits both forms, the present one counts.
 */
export function figuresForRules(report: PublishedReport): ReportFigures {
  const unread = new Set(report.unread.flatMap(({ cell }: Unread) => (cell === null ? [] : [cellKey(cell)])));
  return {
    year: report.year ?? 0,
    form: report.form ?? '2021',
    table2: report.table2 && readable2(report.table2, unread),
    table3: report.table3 && readable3(report.table3, unread),
    table4: report.table4 && readable4(report.table4, unread),
  };
}

function readable2(table: Table2, unread: ReadonlySet<string>): Table2 {
  const rows = Object.entries(table).map(([row, columns]) => [
    row,
    Object.fromEntries(Object.entries(columns as object).filter(([column]) => !unread.has(`table2/${row}/${column}`))),
  ]);
  return Object.fromEntries(rows) as Table2;
}

function readable3(table: Table3<Figure>, unread: ReadonlySet<string>): Table3<Figure> {
  const rows = Object.entries(table).map(([row, figures]) => [
    row,
    withHoles(figures, (index) => unread.has(cellKey(cell3(row as Table3Row, TABLE3_COLUMNS[index] ?? 'total')))),
  ]);
  return Object.fromEntries(rows) as Table3<Figure>;
}

function readable4(table: Table4<Figure>, unread: ReadonlySet<string>): Table4<Figure> {
  const blocks = TABLE4_BLOCKS.map((block) => [
    block,
    withHoles(table[block], (index) => unread.has(cellKey(cell4(block, TABLE4_COLUMNS[index] ?? 'total')))),
  ]);
  return Object.fromEntries(blocks) as Table4<Figure>;
}

/** A list with nothing at some places: asked for one of them it answers `undefined`, which rules know as not shown. */
function withHoles(figures: readonly Figure[], isHole: (index: number) => boolean): readonly Figure[] {
  const sparse: Figure[] = [];
  figures.forEach((figure, index) => {
    if (!isHole(index)) sparse[index] = figure;
  });
  return sparse;
}
