import { layoutOf, printable, statusLabel, type AnnualReport, type TableBlock } from '#annual-report';
import writeXlsxFile from 'write-excel-file/node';
import { repack } from '../repack.js';
import { pageSetup } from './page-setup.js';
import { sheetOf } from './sheet-of.js';

/**
 * The tables of a report as an XLSX file, one sheet each under the title of its section: heads merged as in the form, figures as
 * numbers, blank where nobody recorded one. Text that a spreadsheet would execute is neutralised. Equal reports give equal bytes.
 */
export async function writeXlsx(report: AnnualReport): Promise<Uint8Array> {
  const { title, author, draftNotice, blocks } = layoutOf(report);
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  const notices = blocks.flatMap((block) => (block.kind === 'notice' ? [block.text] : []));
  const caption = { title, status: draftNotice ?? `${author}，${statusLabel(report)}`, notices };
  const sheets = tables.map((table) => sheetOf(caption, sectionTitle(report, table), table));
  const archive = await writeXlsxFile(sheets, { fontFamily: '宋体', fontSize: 10 }).toBuffer();
  return repack(archive, pageSetup);
}

function sectionTitle({ sections }: AnnualReport, { table }: TableBlock): string {
  return printable(sections.find((section) => section.table === table)?.title ?? `表${String(table)}`);
}
