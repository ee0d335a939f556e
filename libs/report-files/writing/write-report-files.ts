import { isDraft, renderCsv, renderHtml, renderJson, type AnnualReport } from '#annual-report';
import { fileStem, REPORT_FORMATS, REPORT_MEDIA_TYPES, type ReportFile, type ReportFormat } from './report-file.js';

const utf8 = (text: string): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));

// The libraries of a format are loaded when it is asked for: the start of a short command must not wait for them.
const WRITERS: Readonly<Record<ReportFormat, (report: AnnualReport) => Promise<Uint8Array>>> = {
  json: (report) => utf8(renderJson(report)),
  html: (report) => utf8(renderHtml(report)),
  docx: async (report) => (await import('./docx/write-docx.js')).writeDocx(report),
  xlsx: async (report) => (await import('./xlsx/write-xlsx.js')).writeXlsx(report),
  pdf: async (report) => (await import('./pdf/write-pdf.js')).writePdf(report),
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
