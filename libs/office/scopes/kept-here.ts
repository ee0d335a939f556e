import { TABLE4_CELLS, figureAt, table3Cells, type YearFigures } from '#statistics';
import type { ScopeSource } from './scope-source.js';

/**
 * Whether the books of a year are kept here: some case or matter is in its tables, or it has a register. Only then are its zeros
 * known; of a body that recorded nothing in the year nothing is known until it closes the year, whatever it did in earlier ones.
 */
export async function isKeptHere(source: ScopeSource, figures: YearFigures): Promise<boolean> {
  const { agency, year, form } = figures;
  if ([...table3Cells(form), ...TABLE4_CELLS].some((cell) => figureAt(figures, cell) !== 0)) return true;
  return (await source.registers(agency, year)).some((register) => register.year === year);
}

/** Whether anything was ever recorded up to the year that may still count: of a body that is gone, documents in force are left. */
export async function isRemembered(source: ScopeSource, figures: YearFigures): Promise<boolean> {
  const { agency, year } = figures;
  return (await isKeptHere(source, figures)) || (await source.registers(agency, year)).length > 0;
}
