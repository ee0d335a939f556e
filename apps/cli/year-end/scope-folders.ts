import { TABLE_SCOPE_LABELS, type ReportGaps, type TableScope } from '#agency';
import { GetTotallingAgencies, type ReportingAgency } from '#office';
import { ONLOOKER } from '../office/people.js';
import { textTable } from '../shell/text-table.js';
import { writeAgencyFolder, type ReportFolder, type ReportFolders } from './agency-folder.js';

/** The report of a level or region as a run wrote it. */
export interface ScopeRun {
  readonly of: ReportingAgency;
  readonly scope: TableScope;
  readonly folder: ReportFolder;
}

const SCOPES = ['level', 'region'] as const;

/** Writes the reports of level and region of every government that has anybody below it, one after the other; stops between two. */
export async function writeScopeFolders(
  folders: ReportFolders,
  { signal, onWritten }: { readonly signal: AbortSignal; readonly onWritten: (run: ScopeRun) => void },
): Promise<{ readonly runs: readonly ScopeRun[]; readonly interrupted: boolean }> {
  const governments = await folders.queries.execute(new GetTotallingAgencies(folders.year, ONLOOKER));
  const reports = governments.flatMap((of) => SCOPES.map((scope) => ({ of, scope })));
  const runs: ScopeRun[] = [];
  for (const { of, scope } of reports) {
    if (signal.aborted) break;
    const run = { of, scope, folder: await writeAgencyFolder(folders, of.agency, scope) };
    runs.push(run);
    onWritten(run);
  }
  return { runs, interrupted: runs.length < reports.length };
}

/** One report of a scope for machines. */
export function scopeRunDocument({ of: { agency, name }, scope, folder }: ScopeRun): object {
  const { directory, manifest, gaps } = folder;
  const { missing = [], notClosed = [], unknown = [] } = gaps ?? {};
  return {
    agency,
    name,
    scope,
    directory,
    status: manifest.status,
    files: manifest.files,
    missing: missing.map(idOf),
    notClosed: notClosed.map(idOf),
    unknownFigures: unknown.length,
  };
}

/** The reports of scopes in the summary of a run: a line each, with what its figures lack. */
export function scopeRunsText(runs: readonly ScopeRun[]): readonly string[] {
  if (runs.length === 0) return [];
  const heads = ['机关', '名称', '汇总', '报告', '所缺'].map((head) => ({ head }));
  const rows = runs.map(({ of: { agency, name }, scope, folder: { manifest, gaps } }) => [
    agency,
    name,
    TABLE_SCOPE_LABELS[scope],
    manifest.status === 'issued' ? '定稿' : '草稿',
    lackingText(gaps),
  ]);
  return [textTable(heads, rows), ''];
}

function lackingText(gaps: ReportGaps | null): string {
  if (gaps === null) return '—';
  const { missing, notClosed, unknown } = gaps;
  const ids = (bodies: typeof missing) => bodies.map(idOf).join('、');
  const parts = [
    ...(missing.length === 0 ? [] : [`没有数字：${ids(missing)}`]),
    ...(notClosed.length === 0 ? [] : [`尚未结账：${ids(notClosed)}`]),
    ...(unknown.length === 0 ? [] : [`未知 ${String(unknown.length)} 栏`]),
  ];
  return parts.join('；') || '—';
}

function idOf({ agency }: ReportGaps['missing'][number]): string {
  return agency;
}
