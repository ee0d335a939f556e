import { identityOf } from './identity/identity.js';
import type { ReportDocument } from './document.js';
import type { PublishedReport, Unread } from './published-report.js';
import { itemsOf } from './stream/items-of.js';
import { pageNumbersIn } from './stream/page-numbers.js';
import { inSections, type Placed, type Section } from './stream/sections.js';
import { narrativeOf } from './narrative/narrative.js';
import { readTable2 } from './tables/table2.js';
import { TABLE3_LABELS } from './tables/table3-labels.js';
import { readTable3 } from './tables/table3.js';
import { readTable4 } from './tables/table4.js';
import { rowOf } from './text/labels.js';

/**
 * Reads a published report in either form, whatever its layout. Nothing is guessed: what could be read in two ways is reported in
 * `unread` with its place. Sums are never used to choose between readings. Raises nothing.
 */
export function readPublishedReport(document: ReportDocument): PublishedReport {
  const placed = inSections(itemsOf(document));
  const identity = identityOf(placed);
  const several = severalReports(placed);
  const inSection = (wanted: Section) =>
    several === null ? placed.flatMap(({ item, section }) => (section === wanted ? [item] : [])) : [];
  const pages = pageNumbersIn(placed);
  const table2 = readTable2(inSection(2), pages);
  const table3 = readTable3(inSection(3), pages);
  const table4 = readTable4(inSection(4), pages);
  const form = table2.form ?? (table3.other === 'three' ? '2021' : null);
  const narrative = narrativeOf(several === null ? placed : [], table3.table, identity.year);
  const unread = [...identity.unread, ...table2.unread, ...table3.unread, ...table4.unread, ...narrative.unread];
  const isEmpty = table2.table === null && table3.table === null && table4.table === null && unread.length === 0;
  return {
    form,
    otherAsOneRow: table3.other === 'one',
    agency: identity.agency,
    year: identity.year,
    table2: table2.table,
    table3: table3.table,
    table4: table4.table,
    narrative: narrative.figures,
    unread: several === null ? [...(isEmpty ? [noReport(placed)] : []), ...unread] : [several],
    remarks: [...table2.remarks, ...table3.remarks, ...table4.remarks],
  };
}

/** Table 3 begins more than once: reports of several agencies or years, which must not be mixed. */
function severalReports(placed: readonly Placed[]): Unread | null {
  const starts = placed.filter(({ item }) => rowOf(item.text, TABLE3_LABELS, 'line') === 'new');
  const second = starts[1];
  if (second === undefined) return null;
  const reason = `文件中有不止一份年度报告（表三出现 ${String(starts.length)} 次），请拆成每份一个文件`;
  return { table: null, row: null, cell: null, place: second.item.place, text: second.item.text, reason };
}

function noReport(placed: readonly Placed[]): Unread {
  const place = placed[0]?.item.place ?? '全文';
  return {
    table: null,
    row: null,
    cell: null,
    place,
    text: null,
    reason: '没有找到政府信息公开工作年度报告的表二、表三或表四',
  };
}
