import type { CellAddress } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';
import { found, notApplicable, type Fault, type Verdict } from './rule.js';

/** A figure with the name that a message gives it. */
export interface Term {
  readonly label: string;
  readonly cell: CellAddress;
}

/** Two sums of figures of one report that must be equal. */
export interface Equation {
  /** The column, row or block that it is about, as the form names it. */
  readonly about: string;
  readonly left: readonly Term[];
  /** What the left adds up to. */
  readonly right: readonly Term[];
}

/**
 * Checks equations on a report. A blank counts as 0 in a sum, but where a total is blank that it should add up to, a difference
 * is no fault: V6 names the blank. An equation with a cell that the report does not show is left out; if all are, the rule does not apply.
 */
export function checkEquations(figures: ReportFigures, equations: readonly Equation[], where: string): Verdict {
  const shown = equations.filter(({ left, right }) =>
    [...left, ...right].every(({ cell }) => figureAt(figures, cell) !== undefined),
  );
  if (shown.length === 0) return notApplicable(`报告未载明${where}`);
  return found(shown.flatMap((equation) => faultOf(figures, equation)));
}

/** The cells that some equations read, each once, in order. */
export function cellsRead(equations: readonly Equation[]): readonly CellAddress[] {
  return equations.flatMap(({ left, right }) => [...left, ...right]).map(({ cell }) => cell);
}

function faultOf(figures: ReportFigures, { about, left, right }: Equation): readonly Fault[] {
  const valueOf = ({ cell }: Term) => figureAt(figures, cell) ?? null;
  if (right.some((term) => valueOf(term) === null)) return [];
  const sum = (side: readonly Term[]) => side.reduce((total, term) => total + (valueOf(term) ?? 0), 0);
  const [a, b] = [sum(left), sum(right)];
  if (a === b) return [];
  const print = (side: readonly Term[], total: number) =>
    side.map((term) => `${term.label} ${String(valueOf(term) ?? '空')}`).join(' + ') +
    (side.length > 1 ? ` = ${String(total)}` : '');
  const message = `${about}：${print(left, a)}，而 ${print(right, b)}，相差 ${String(Math.abs(a - b))}`;
  return [{ message, cells: [...left, ...right].map(({ cell }) => cell) }];
}
