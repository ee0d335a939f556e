import type { ReportDocument } from './document.js';
import type { PublishedReport } from './published-report.js';

/**
 * Reads a published report in either form, whatever its layout. Nothing is guessed: what could be read in two ways is reported in
 * `unread` with its place. Sums are never used to choose between readings. Raises nothing.
 */
export function readPublishedReport(_document: ReportDocument): PublishedReport {
  return {
    form: null,
    otherAsOneRow: false,
    agency: null,
    year: null,
    table2: null,
    table3: null,
    table4: null,
    narrative: [],
    unread: [],
    remarks: [],
  };
}
