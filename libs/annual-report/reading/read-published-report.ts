import type { ReportDocument } from './document.js';
import type { PublishedReport } from './published-report.js';
import { itemsOf } from './stream/items-of.js';
import { inSections, type Section } from './stream/sections.js';
import { readTable2 } from './tables/table2.js';
import { readTable3 } from './tables/table3.js';
import { readTable4 } from './tables/table4.js';

/**
 * Reads a published report in either form, whatever its layout. Nothing is guessed: what could be read in two ways is reported in
 * `unread` with its place. Sums are never used to choose between readings. Raises nothing.
 */
export function readPublishedReport(document: ReportDocument): PublishedReport {
  const placed = inSections(itemsOf(document));
  const inSection = (wanted: Section) => placed.flatMap(({ item, section }) => (section === wanted ? [item] : []));
  const table2 = readTable2(inSection(2));
  const table3 = readTable3(inSection(3));
  const table4 = readTable4(inSection(4));
  const form = table2.form ?? (table3.other === 'three' ? '2021' : null);
  return {
    form,
    otherAsOneRow: table3.other === 'one',
    agency: null,
    year: null,
    table2: table2.table,
    table3: table3.table,
    table4: table4.table,
    narrative: [],
    unread: [...table2.unread, ...table3.unread, ...table4.unread],
    remarks: [...table2.remarks, ...table3.remarks, ...table4.remarks],
  };
}
