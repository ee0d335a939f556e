import type { OfficeViews } from '../views/office-views.js';
import { lastDayOf } from '../years/carry-forwards.js';

/**
 * Applications that arrived by the end of a year and whose receipt is still not confirmed (Art. 31). They hinder no closing and are in
 * none of its figures, carried out neither: one confirmed later with a day of that year shows as drift. The views must have caught up.
 */
export function unconfirmedOf({ caseload }: OfficeViews, agency: string, year: number): number {
  const [row] = caseload
    .statement(
      `SELECT count(*) AS cases FROM caseload
       WHERE agency = ? AND status = 'awaiting-confirmation' AND json_extract(state, '$.arrivedOn') <= ?`,
    )
    .all(agency, lastDayOf(year));
  return Number(row?.['cases']);
}
