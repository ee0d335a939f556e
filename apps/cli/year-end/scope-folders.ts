import { TABLE_SCOPE_LABELS, type ReportGaps, type TableScope } from '#agency';
import {
  GetTotallingAgencies,
  GetScopeDrift,
  refusalIn,
  TOTALLED_SCOPES,
  type Refusal,
  type ReportingAgency,
  type ScopeDrift,
} from '#office';
import { ONLOOKER } from '../office/people.js';
import { textTable } from '../shell/text-table.js';
import { writeAgencyFolder, type ReportFolder, type ReportFolders } from './agency-folder.js';

/** The report of a level or region in a run: its folder, or why there is none. */
export type ScopeRun = ScopeOf & (ScopeWritten | ScopeRefused);

interface ScopeOf {
  readonly of: ReportingAgency;
  readonly scope: TableScope;
}

interface ScopeWritten {
  readonly outcome: 'written';
  readonly folder: ReportFolder;
  /** The issued report beside the present sum; `null` for a draft. */
  readonly drift: ScopeDrift | null;
}

/** Its tables cannot be computed; the others went on. */
interface ScopeRefused {
  readonly outcome: 'refused';
  readonly refusal: Refusal;
}

/**
 * Writes the reports of level and region of every government that has anybody below it, one after the other; stops between two. One whose
 * tables cannot be computed does not keep the others from being written. Raises what concerns the whole run: `file-unwritable`.
 */
export async function writeScopeFolders(
  folders: ReportFolders,
  { signal, onDone }: { readonly signal: AbortSignal; readonly onDone: (run: ScopeRun) => void },
): Promise<{ readonly runs: readonly ScopeRun[]; readonly interrupted: boolean }> {
  const governments = await folders.queries.execute(new GetTotallingAgencies(folders.year, ONLOOKER));
  const reports = governments.flatMap((of) => TOTALLED_SCOPES.map((scope) => ({ of, scope })));
  const runs: ScopeRun[] = [];
  for (const one of reports) {
    if (signal.aborted) break;
    const run: ScopeRun = { ...one, ...(await written(folders, one)) };
    runs.push(run);
    onDone(run);
  }
  return { runs, interrupted: runs.length < reports.length };
}

async function written(folders: ReportFolders, { of, scope }: ScopeOf): Promise<ScopeWritten | ScopeRefused> {
  try {
    const folder = await writeAgencyFolder(folders, of.agency, scope);
    const report = { agency: of.agency, year: folders.year, scope };
    return { outcome: 'written', folder, drift: await folders.queries.execute(new GetScopeDrift(report, ONLOOKER)) };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    return { outcome: 'refused', refusal };
  }
}

/** One report of a scope for machines. */
export function scopeRunDocument(run: ScopeRun): object {
  const {
    of: { agency, name },
    scope,
    outcome,
  } = run;
  if (run.outcome === 'refused') return { agency, name, scope, outcome, refusal: run.refusal };
  const { directory, manifest, gaps } = run.folder;
  const { missing = [], notClosed = [], undecided = [], unknown = [] } = gaps ?? {};
  return {
    agency,
    name,
    scope,
    outcome,
    directory,
    status: manifest.status,
    files: manifest.files,
    missing: missing.map(idOf),
    notClosed: notClosed.map(idOf),
    undecided: undecided.map(idOf),
    unknownFigures: unknown.length,
    drift: run.drift,
  };
}

/** The reports of scopes in the summary of a run: a line each, with what its figures lack; then why there are none. */
export function scopeRunsText(runs: readonly ScopeRun[]): readonly string[] {
  if (runs.length === 0) return [];
  const heads = ['机关', '名称', '汇总', '报告', '所缺'].map((head) => ({ head }));
  return [textTable(heads, runs.map(scopeRow)), '', ...runs.flatMap(refusalText)];
}

function scopeRow(run: ScopeRun): readonly string[] {
  const { agency, name } = run.of;
  const head = [agency, name, TABLE_SCOPE_LABELS[run.scope]];
  if (run.outcome === 'refused') return [...head, `未写出（${run.refusal.code}）`, ''];
  const { manifest, gaps } = run.folder;
  return [...head, manifest.status === 'issued' ? issuedText(run.drift) : '草稿', lackingText(gaps)];
}

function issuedText(drift: ScopeDrift | null): string {
  return drift === null || (drift.cells.length === 0 && drift.refusal === null) ? '定稿' : '定稿，其后数字有变动';
}

function refusalText(run: ScopeRun): readonly string[] {
  if (run.outcome !== 'refused') return [];
  return [`${run.of.agency}（${TABLE_SCOPE_LABELS[run.scope]}）：${run.refusal.message}`];
}

function lackingText(gaps: ReportGaps | null): string {
  if (gaps === null) return '—';
  const { missing, notClosed, undecided = [], unknown } = gaps;
  const ids = (bodies: typeof missing) => bodies.map(idOf).join('、');
  const parts = [
    ...(missing.length === 0 ? [] : [`没有数字：${ids(missing)}`]),
    ...(notClosed.length === 0 ? [] : [`尚未结账：${ids(notClosed)}`]),
    ...(undecided.length === 0 ? [] : [`未定以哪个为准、按导入的报告：${ids(undecided)}`]),
    ...(unknown.length === 0 ? [] : [`未知 ${String(unknown.length)} 栏`]),
  ];
  return parts.join('；') || '—';
}

function idOf({ agency }: ReportGaps['missing'][number]): string {
  return agency;
}
