import { isDraft, renderCsv, renderHtml, renderJson, type AnnualReport } from '#annual-report';
import { writeDocx } from './docx/write-docx.js';
import { writePdf } from './pdf/write-pdf.js';
import { fileStem, REPORT_FORMATS, REPORT_MEDIA_TYPES, type ReportFile, type ReportFormat } from './report-file.js';
import { writeXlsx } from './xlsx/write-xlsx.js';

const utf8 = (text: string): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));

const WRITERS: Readonly<Record<ReportFormat, (report: AnnualReport) => Promise<Uint8Array>>> = {
  json: (report) => utf8(renderJson(report)),
  html: (report) => utf8(renderHtml(report)),
  docx: writeDocx,
  xlsx: writeXlsx,
  pdf: writePdf,
  csv: (report) => utf8(renderCsv(report)),
};

/** A report as a file of one format. Equal reports give equal bytes, whenever and wherever they are written. */
export async function writeReportFile(report: AnnualReport, format: ReportFormat): Promise<ReportFile> {
  const stem = fileStem({ ...report, status: isDraft(report) ? 'draft' : 'issued' });
  return {
    name: `${stem}.${format}`,
    format,
    mediaType: REPORT_MEDIA_TYPES[format],
    bytes: await WRITERS[format](report),
  };
}

/** A report as files of some formats, all of them unless asked otherwise, one after the other. */
export async function writeReportFiles(
  report: AnnualReport,
  formats: readonly ReportFormat[] = REPORT_FORMATS,
): Promise<readonly ReportFile[]> {
  const files: ReportFile[] = [];
  for (const format of formats) files.push(await writeReportFile(report, format));
  return files;
}
