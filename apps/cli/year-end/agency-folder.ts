import { GetAnnualReport, SOFTWARE_VERSION } from '#office';
import { manifestFile, manifestOf, writeReportFiles, type ReportFormat, type ReportManifest } from '#report-files';
import type { QueryBus } from '@nestjs/cqrs';
import { join } from 'node:path';
import { ONLOOKER } from '../office/people.js';
import { writeFolder } from '../report/write-folder.js';

/** The folder of an agency as it was written. */
export interface AgencyFolder {
  readonly directory: string;
  readonly manifest: ReportManifest;
}

/**
 * Writes the report of a closed year into the folder of its agency: the issued version, or the draft while none is issued. Files that
 * are there already stay when they are the same and are written over when they are not. Raises `UsageFault` (`file-unwritable`).
 */
export async function writeAgencyFolder(
  queries: QueryBus,
  out: string,
  agency: string,
  year: number,
  formats: readonly ReportFormat[],
): Promise<AgencyFolder> {
  const report = await queries.execute(new GetAnnualReport(agency, year, null, ONLOOKER));
  const files = await writeReportFiles(report, formats);
  const manifest = manifestOf(report, files, SOFTWARE_VERSION);
  const directory = join(out, agency);
  await writeFolder(directory, [...files, manifestFile(manifest)], 'replace');
  return { directory, manifest };
}
