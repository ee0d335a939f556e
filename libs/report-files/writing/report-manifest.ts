import { createHash } from 'node:crypto';
import { isDraft, type AnnualReport } from '#annual-report';
import { fileStem, type ReportFile } from './report-file.js';

/** Name and version of the format of a manifest. */
export const REPORT_MANIFEST_FORMAT = 'gongkai/report-manifest/1';

/** What a folder of report files holds, and what they were made from: enough to tell whether any of them was changed. */
export interface ReportManifest {
  readonly format: typeof REPORT_MANIFEST_FORMAT;
  readonly agency: string;
  readonly agencyName: string;
  readonly year: number;
  readonly form: string;
  readonly scope: string;
  readonly status: 'issued' | 'draft';
  readonly edition: AnnualReport['edition'];
  readonly issue: AnnualReport['issue'];
  /** Version of the program; another one may set the same report in other bytes. */
  readonly software: string;
  readonly files: readonly ManifestEntry[];
}

/** A file by its SHA-256, in hex. */
export interface ManifestEntry {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The manifest of some files of a report. */
export function manifestOf(report: AnnualReport, files: readonly ReportFile[], software: string): ReportManifest {
  const { agency, agencyName, year, scope, edition, issue, figures } = report;
  return {
    format: REPORT_MANIFEST_FORMAT,
    agency,
    agencyName,
    year,
    form: figures.form,
    scope,
    status: isDraft(report) ? 'draft' : 'issued',
    edition: edition === null ? null : { number: edition.number, digest: edition.digest },
    issue: issue === null ? null : { number: issue.number, on: issue.on },
    software,
    files: files.map(({ name, mediaType, bytes }) => ({
      name,
      mediaType,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
}

/** The manifest as the file that lies beside the others. */
export function manifestFile(manifest: ReportManifest): Pick<ReportFile, 'name' | 'bytes'> {
  return {
    name: `${fileStem(manifest)}.manifest.json`,
    bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
  };
}
