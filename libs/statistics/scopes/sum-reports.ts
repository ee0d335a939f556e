import { fenOfYuan10k, yuan10k, type ReportForm } from '#agency';
import { allCells, cell3, cell4, cellKey, table2Cells } from '../cells.js';
import { TABLE3_COLUMNS, TABLE4_BLOCKS, TABLE4_COLUMNS, type Table4Block } from '../columns.js';
import type { CellAddress, Figure, Table2, Table3, Table4 } from '../figures.js';
import type { ReportFigures } from '../report.js';
import { table3Rows } from '../rows.js';
import type { MemberReport } from './member-report.js';
import { exact, figureOf, sumCell, type CellSum } from './sum-cell.js';

/** Figures of a report that has all tables of its form; what is not known is `null`. */
export interface SummedFigures extends ReportFigures {
  readonly table2: Table2;
  readonly table3: Table3<Figure>;
  readonly table4: Table4<Figure>;
}

/** A cell that is unknown because a member's figure is, with the part that is known. */
export interface PartialCell extends CellSum {
  readonly cell: CellAddress;
}

/** The tables of a scope: figures, and for every unknown one what is known of it and who did not say. */
export interface ScopeTables {
  readonly figures: SummedFigures;
  readonly partial: readonly PartialCell[];
}

/**
 * The tables of several members in one form, cell by cell (V10): a sum with an unknown addend is unknown. With no members every
 * figure is 0. Raises `sum-too-large`.
 */
export function sumReports(reports: readonly MemberReport[], year: number, form: ReportForm): ScopeTables {
  const sums = allCells(form).map((cell) => ({ cell, ...sumCell(reports, cell) }));
  const figures = new Map(sums.map((sum) => [cellKey(sum.cell), figureOf(sum)]));
  const at = (cell: CellAddress): Figure => figures.get(cellKey(cell)) ?? null;
  const table4Row = (block: Table4Block) => TABLE4_COLUMNS.map((column) => at(cell4(block, column)));
  return {
    figures: {
      year,
      form,
      table2: table2Of(form, at, reports),
      table3: Object.fromEntries(
        table3Rows(form).map((row) => [row, TABLE3_COLUMNS.map((column) => at(cell3(row, column)))]),
      ),
      table4: Object.fromEntries(TABLE4_BLOCKS.map((block) => [block, table4Row(block)])) as unknown as Table4<Figure>,
    },
    partial: sums.filter(({ unknown }) => unknown.length > 0),
  };
}

function table2Of(form: ReportForm, at: (cell: CellAddress) => Figure, reports: readonly MemberReport[]): Table2 {
  const rows = [...Map.groupBy(table2Cells(form), ({ row }) => row)].map(([row, cells]) => {
    const text = row === 'procurement' ? { amountText: procurementOf(reports) } : {};
    return [row, { ...Object.fromEntries(cells.map((cell) => [cell.column, at(cell)])), ...text }];
  });
  return Object.fromEntries(rows) as Table2;
}

/** 采购总金额 is text in the form; it adds up where every member states it in 万元. */
function procurementOf(reports: readonly MemberReport[]): string | null {
  let fen = 0n;
  for (const { figures } of reports) {
    const table2 = figures?.table2;
    const text = table2 && 'procurement' in table2 ? table2.procurement.amountText : null;
    const amount = text === null ? null : /^(\d{1,9}(?:\.\d{1,6})?)万元$/.exec(text);
    if (amount?.[1] === undefined) return null;
    fen += BigInt(fenOfYuan10k(amount[1]));
  }
  return `${yuan10k(exact(fen, '政府集中采购“采购总金额”（以分计）', 'table2/procurement/amountText'))}万元`;
}
