import type { SummedFigures } from '#statistics';
import { FORMS } from '../forms/forms.js';
import { table2Grid } from './table2.js';
import { table3Grid } from './table3.js';
import { table4Grid } from './table4.js';
import type { TableGrid } from './table-grid.js';

/** Number of a table, which is that of its section. */
export type TableNumber = 2 | 3 | 4;

/** A table of figures in their form, ready to be printed. `feeDecimals` of 万元 in table 2; left out: exact. */
export function tableGrid(figures: SummedFigures, table: TableNumber, feeDecimals?: number): TableGrid {
  const form = FORMS[figures.form];
  switch (table) {
    case 2:
      return table2Grid(form, figures, feeDecimals);
    case 3:
      return table3Grid(form, figures);
    case 4:
      return table4Grid(form, figures);
  }
}
