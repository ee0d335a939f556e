import { table3Cells, TABLE2_CELLS, TABLE4_CELLS } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { cellLabel } from '../labels.js';
import { figureAt, type ReportFigures } from '../report.js';
import { found, type Fault, type Rule, type RuleContext } from './rule.js';

/** V6: every cell holds a whole number, 0 or more; what nobody recorded is named with what must be recorded. */
export const wholeNumbers: Rule = {
  id: 'V6',
  version: 1,
  title: '各栏均为不小于零的整数，没有的填 0，不留空白',
  source: '填报惯例',
  reads: cellsOfForm,
  severity: ({ origin }) => (origin === 'computed' ? 'error' : 'warning'),
  check(context) {
    return found(cellsOfForm(context.figures).flatMap((cell) => faultOf(cell, context)));
  },
};

/** A published report may leave whole tables out of an excerpt; a computed one has them all. */
function cellsOfForm(figures: ReportFigures): readonly CellAddress[] {
  const form = figures.table3?.['other.all'] ? '2019' : figures.form;
  return [...TABLE2_CELLS, ...table3Cells(form), ...TABLE4_CELLS];
}

function faultOf(cell: CellAddress, { figures, origin }: RuleContext): readonly Fault[] {
  const value = figureAt(figures, cell);
  if (value === undefined && origin === 'published') return [];
  if (value === undefined || value === null) return [{ message: unknown(cell, origin), cells: [cell] }];
  if (Number.isSafeInteger(value) && value >= 0) return [];
  return [{ message: `${cellLabel(cell)}为 ${String(value)}，应为不小于零的整数`, cells: [cell] }];
}

function unknown(cell: CellAddress, origin: RuleContext['origin']): string {
  if (origin === 'published') return `${cellLabel(cell)}为空白，没有的应填 0`;
  if (cell.table === 2) return `${cellLabel(cell)}没有记录：请在主动公开台账中登记，没有的登记为 0`;
  return `${cellLabel(cell)}没有数字`;
}
