import type { ReportForm } from '#agency';
import {
  cellKey,
  placementsOf,
  table3Cells,
  TABLE4_CELLS,
  unitsIn,
  type CaseCount,
  type CellAddress,
  type YearFigures,
} from '#statistics';
import { figureOfKey, keyOf, registerFigure, valueAt, type FigureAddress } from './figure-address.js';
import { figureLabel, figureValues, type FigureValue } from './figure-differences.js';
import { placedEntries, recount, type PlacedRegisters } from './register-lineage.js';

/** A figure and what its list comes to. */
export interface Recounted {
  readonly figure: FigureAddress;
  readonly shown: FigureValue;
  readonly listed: FigureValue;
}

/**
 * Counts every list of a year again: cases cell by cell, by the definition that pages of a cell are read with, and the entries
 * behind every figure of table 2 and section 一.
 */
export function recountedLists(
  counts: readonly CaseCount[],
  registers: PlacedRegisters,
  figures: YearFigures,
): readonly Recounted[] {
  const { form, year } = figures;
  const withRemedies = counts.filter(({ remedies }) => remedies.length > 0);
  const fromCases = caseCells(form).map((cell) => {
    const among = cell.table === 4 ? withRemedies : counts;
    const listed = among.reduce((sum, count) => sum + unitsIn(count, cell, year), 0);
    return { figure: cell, shown: valueAt(figures, cell), listed };
  });
  const fromEntries = registerFigures(figures).map((figure) => ({
    figure,
    shown: valueAt(figures, figure),
    listed: recountOf(registers, year, figure),
  }));
  return [...fromCases, ...fromEntries];
}

/** What the register entries behind a figure come to; `null` where it is unknown. */
export function recountOf(registers: PlacedRegisters, year: number, figure: FigureAddress): FigureValue {
  const of = registerFigure(figure);
  return of === null ? null : recount(of, placedEntries(registers, year, of));
}

/** The cells of tables 3 and 4. */
export function caseCells(form: ReportForm): readonly CellAddress[] {
  return [...table3Cells(form), ...TABLE4_CELLS];
}

/** Table 2 and section 一, figure by figure. */
function registerFigures(figures: YearFigures): readonly FigureAddress[] {
  const { form } = figures;
  const ofCases = new Set(caseCells(form).map(cellKey));
  return [...figureValues(figures).keys()].flatMap((key) => {
    const figure = ofCases.has(key) ? null : figureOfKey(key, form);
    return figure === null ? [] : [figure];
  });
}

/** In how many units each cell of a year is, over some cases. */
export function unitsByCell(counts: Iterable<CaseCount>, year: number, form: ReportForm): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const count of counts) {
    for (const { cell } of placementsOf(count, year, form)) {
      units.set(cellKey(cell), (units.get(cellKey(cell)) ?? 0) + 1);
    }
  }
  return units;
}

/** A list that does not come to its figure, in Chinese; `null` for one that does. */
export function miscount({ figure, shown, listed }: Recounted, form: ReportForm): string | null {
  if (shown === listed) return null;
  const by = registerFigure(figure) === null ? '清单逐件点数' : '台账各条之和';
  return `${figureLabel(keyOf(figure), form)}为 ${String(shown ?? '空')}，而${by}为 ${String(listed ?? '未知')}`;
}
