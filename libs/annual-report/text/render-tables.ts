import type { SummedFigures } from '#statistics';
import { FORMS } from '../forms/forms.js';
import { renderTable2 } from './table2.js';
import { renderTable3 } from './table3.js';
import { renderTable4 } from './table4.js';

/** How figures are printed. */
export interface TextOptions {
  /** Decimals of amounts in 万元, 0 to 6, rounded half up; left out: exact, as few as it takes. */
  readonly decimals?: number;
}

/**
 * Tables 2, 3 and 4 in the official layout for a terminal in UTF-8, under the titles of their sections. At most 120 columns wide
 * while figures have no more than six digits in table 3 and four in table 4; longer ones widen the table, none is cut.
 */
export function renderTables(figures: SummedFigures, options: TextOptions = {}): string {
  const form = FORMS[figures.form];
  return [
    form.sections[1],
    ...renderTable2(form, figures, options),
    '',
    form.sections[2],
    ...renderTable3(form, figures),
    '',
    form.sections[3],
    ...renderTable4(form, figures),
    '',
  ].join('\n');
}
