import { readPublishedReport, type PublishedReport } from '#annual-report';
import type { FileKind } from './file-kind.js';
import { readReportFile, type FileToRead } from './read-report-file.js';
import { UnreadableFile } from '#files';
import { unreadTexts } from '../lint/unread-texts.js';

/** A published report with the file that it was read from. Plain data. */
export interface PublishedFile {
  readonly name: string;
  readonly kind: FileKind;
  /** Of text; `null` for the others. */
  readonly encoding: string | null;
  /** How the file was read, where that must be known; plain Chinese. */
  readonly notes: readonly string[];
  readonly report: PublishedReport;
}

/**
 * Reads the report in a file. Raises what `readReportFile` raises, and `report-not-found` where no table of the form could be read: the
 * file is then no annual report, or one whose layout is not understood.
 */
export async function readPublishedFile(file: FileToRead): Promise<PublishedFile> {
  const { kind, encoding, notes, document } = await readReportFile(file);
  const report = readPublishedReport(document);
  if (report.table2 === null && report.table3 === null && report.table4 === null) {
    const reason = ['没有可以读出的年度报告表格', ...unreadTexts(report).slice(0, 3)].join('；');
    throw new UnreadableFile('report-not-found', reason, { unread: report.unread }).of(file.name);
  }
  return { name: file.name, kind, encoding, notes, report };
}
