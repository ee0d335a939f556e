import { table2Cells, table3Cells, TABLE4_CELLS } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { cellLabel } from '../labels.js';
import { figureAt, type ReportFigures } from '../report.js';
import { found, type Fault, type Rule, type RuleContext } from './rule.js';

/**
 * V6: every cell holds a whole number, 0 or more; what nobody recorded is named with what must be recorded. In a report published
 * elsewhere a blank is common practice (DR 2.6): it is noted, and no fault.
 */
export const wholeNumbers: Rule = {
  id: 'V6',
  version: 2,
  title: '各栏均为不小于零的整数，没有的填 0，不留空白',
  source: '填报惯例',
  reads: cellsOfForm,
  severity: ({ origin }) => (origin === 'computed' ? 'error' : 'warning'),
  check(context) {
    const cells = cellsOfForm(context.figures);
    return found(
      cells.flatMap((cell) => faultOf(cell, context)),
      context.origin === 'published' ? noteOf(cells, context.figures) : null,
    );
  },
};

/** A published report may leave whole tables out of an excerpt; a computed one has them all. */
function cellsOfForm(figures: ReportFigures): readonly CellAddress[] {
  const form = figures.table3?.['other.all'] ? '2019' : figures.form;
  return [...table2Cells(figures.form), ...table3Cells(form), ...TABLE4_CELLS];
}

function faultOf(cell: CellAddress, { figures, origin, scope }: RuleContext): readonly Fault[] {
  const value = figureAt(figures, cell);
  const label = cellLabel(cell, figures.form);
  if (value === undefined || value === null) {
    return origin === 'published' ? [] : [{ message: `${label}${unknown(cell, scope)}`, cells: [cell] }];
  }
  if (isFit(cell, value)) return [];
  return [{ message: `${label}为 ${String(value)}，${expected(cell)}`, cells: [cell] }];
}

/** Whole and not negative; a change of an inventory may be negative, an amount in 万元 has up to six decimals (1 fen). */
function isFit(cell: CellAddress, value: number): boolean {
  if (cell.column === 'amount10k') return /^\d+(\.\d{1,6})?$/.test(String(value));
  return Number.isSafeInteger(value) && (value >= 0 || cell.column === 'change');
}

function expected({ column }: CellAddress): string {
  if (column === 'amount10k') return '应为不小于零的万元数，最多六位小数';
  return column === 'change' ? '应为整数' : '应为不小于零的整数';
}

function unknown(cell: CellAddress, scope: RuleContext['scope']): string {
  if (scope !== 'own') return '未知：有成员的数字不明';
  return cell.table === 2 ? '没有记录：请在主动公开台账中登记，没有的登记为 0' : '没有数字';
}

/** More blanks than these are counted, not named. */
const MOST_NAMED = 3;

function noteOf(cells: readonly CellAddress[], figures: ReportFigures): string | null {
  const blank = cells.filter((cell) => figureAt(figures, cell) === null);
  if (blank.length === 0) return null;
  const named = blank.slice(0, MOST_NAMED).map((cell) => cellLabel(cell, figures.form));
  return `${named.join('、')}${blank.length > MOST_NAMED ? `等 ${String(blank.length)} 处` : ''}为空白，没有的应填 0`;
}
