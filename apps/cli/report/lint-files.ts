import { GongkaiError } from '#kernel';
import { lintReports, ReportReader, type LintedReport, type PublishedFile } from '#report-files';
import { progress } from '../shell/progress.js';
import { readReportBytes } from './read-report-bytes.js';

/** What came of one file: a report put to the rules, or why it could not be read. */
export type FileResult =
  | { readonly name: string; readonly linted: LintedReport; readonly error: null }
  | { readonly name: string; readonly linted: null; readonly error: GongkaiError };

/** Reads files and lints their reports, in the order given. A file that cannot be read stops nothing but itself. */
export async function lintFiles(names: readonly string[], lastYear: string | null): Promise<readonly FileResult[]> {
  const all = lastYear === null ? names : [...names, lastYear];
  const bar = progress('读取', all.length);
  const reader = new ReportReader();
  try {
    const read: (PublishedFile | GongkaiError)[] = [];
    for (const name of all) {
      read.push(await readOne(reader, name));
      bar.update(read.length);
    }
    const named = lastYear === null ? null : read.pop();
    // Without the report that somebody named, what was asked for cannot be done.
    if (named instanceof GongkaiError) throw named;
    return resultsOf(names, read, named ?? null);
  } finally {
    bar.stop();
    await reader.close();
  }
}

async function readOne(reader: ReportReader, name: string): Promise<PublishedFile | GongkaiError> {
  try {
    return await reader.read(await readReportBytes(name));
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
}

function resultsOf(
  names: readonly string[],
  read: readonly (PublishedFile | GongkaiError)[],
  lastYear: PublishedFile | null,
): readonly FileResult[] {
  const linted = [
    ...lintReports(
      read.filter((one) => !(one instanceof GongkaiError)),
      lastYear,
    ),
  ];
  return names.flatMap((name, index): FileResult[] => {
    const one = read[index];
    if (one instanceof GongkaiError) return [{ name, linted: null, error: one }];
    const report = linted.shift();
    return report === undefined ? [] : [{ name, linted: report, error: null }];
  });
}
