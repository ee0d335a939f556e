import type { ReportDocument } from './document.js';
import type { PublishedReport } from './published-report.js';
import { itemsOf } from './stream/items-of.js';
import { inSections, type Section } from './stream/sections.js';
import { readTable3 } from './tables/table3.js';

/**
 * Reads a published report in either form, whatever its layout. Nothing is guessed: what could be read in two ways is reported in
 * `unread` with its place. Sums are never used to choose between readings. Raises nothing.
 */
export function readPublishedReport(document: ReportDocument): PublishedReport {
  const placed = inSections(itemsOf(document));
  const inSection = (wanted: Section) => placed.flatMap(({ item, section }) => (section === wanted ? [item] : []));
  const table3 = readTable3(inSection(3));
  return {
    form: null,
    otherAsOneRow: table3.other === 'one',
    agency: null,
    year: null,
    table2: null,
    table3: table3.table,
    table4: null,
    narrative: [],
    unread: table3.unread,
    remarks: table3.remarks,
  };
}
