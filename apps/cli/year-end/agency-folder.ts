import type { ReportGaps, TableScope } from '#agency';
import { GetAnnualReport, SOFTWARE_VERSION } from '#office';
import { manifestFile, manifestOf, writeReportFiles, type ReportFormat, type ReportManifest } from '#report-files';
import type { QueryBus } from '@nestjs/cqrs';
import { join } from 'node:path';
import { ONLOOKER } from '../office/people.js';
import { removeSupersededDraft } from '../report/remove-superseded-draft.js';
import { writeFolder } from '../report/write-folder.js';

/** The folder of a report as it was written. */
export interface ReportFolder {
  readonly directory: string;
  readonly manifest: ReportManifest;
  /** What the figures of a level or region lack; `null` where they lack nothing. */
  readonly gaps: ReportGaps | null;
}

/** Where the reports of a run go, and as what. */
export interface ReportFolders {
  readonly queries: QueryBus;
  readonly out: string;
  readonly year: number;
  readonly formats: readonly ReportFormat[];
}

/**
 * Writes the report of an agency into its folder, that of a level or region into a folder of this name within: the issued version, or the
 * draft while none is issued; an issued one takes the place of the draft. Files that are there already stay when they are the same and are written over when they are not. Raises
 * `UsageFault` (`file-unwritable`).
 */
export async function writeAgencyFolder(
  { queries, out, year, formats }: ReportFolders,
  agency: string,
  scope: TableScope = 'own',
): Promise<ReportFolder> {
  const report = await queries.execute(new GetAnnualReport(agency, year, null, ONLOOKER, scope));
  const files = await writeReportFiles(report, formats);
  const manifest = manifestOf(report, files, SOFTWARE_VERSION);
  const directory = scope === 'own' ? join(out, agency) : join(out, agency, scope);
  await writeFolder(directory, [...files, manifestFile(manifest)], 'replace');
  if (manifest.status === 'issued') await removeSupersededDraft(directory, manifest);
  return { directory, manifest, gaps: report.gaps ?? null };
}
