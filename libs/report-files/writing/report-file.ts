/** Every kind of file that a report is written as. */
export const REPORT_FORMATS = ['json', 'html', 'docx', 'xlsx', 'pdf', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Media types of the formats. */
export const REPORT_MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
};

/** A file of a report, ready to be stored or sent. */
export interface ReportFile {
  /** ASCII, such as `hongze-2023-annual-report.docx`; with `-level` or `-region` behind the year, and `-draft` at the end while the report is one. */
  readonly name: string;
  readonly format: ReportFormat;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What the names of the files of a report begin with. */
export function fileStem(report: {
  readonly agency: string;
  readonly year: number;
  readonly scope: string;
  readonly status: 'issued' | 'draft';
}): string {
  const { agency, year, scope, status } = report;
  const of = scope === 'own' ? '' : `-${scope}`;
  return `${agency}-${String(year)}${of}-annual-report${status === 'draft' ? '-draft' : ''}`;
}
