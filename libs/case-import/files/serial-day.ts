import { addDays, type LocalDate } from '#kernel';

/** The last serial number that spreadsheets know: 9999-12-31 as counted from 1900. */
const LAST = 2_958_465;
/** Spreadsheets count a 29 February 1900, which never was, as day 60. */
const NEVER_WAS = 60;

/**
 * The day that spreadsheets mean by a serial number, a time of day cut off; `null` for what is none, such as 0 or day 60.
 * `from1904`: the workbook counts from 1904 on.
 */
export function serialDay(serial: number, from1904: boolean): LocalDate | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day > LAST) return null;
  if (from1904) return day < 0 ? null : addDays('1904-01-01', day);
  if (day < 1 || day === NEVER_WAS) return null;
  return addDays(day < NEVER_WAS ? '1899-12-31' : '1899-12-30', day);
}
