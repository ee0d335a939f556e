import type { ReportingAgency, YearEndLine, YearEndResult, YearEndState, YearEndStatus } from '#office';
import { textTable } from '../shell/text-table.js';
import type { ReportFolder } from './agency-folder.js';
import type { YearEndDone } from './run-year-end.js';
import { scopeRunDocument, scopeRunsText } from './scope-folders.js';
import { scopeStatusText } from './scope-status-text.js';

/** One agency in a run: what became of its year, and the folder of its report. */
export interface AgencyRun {
  readonly result: YearEndResult;
  /** `null` where the year was not closed here. */
  readonly folder: ReportFolder | null;
}

/** One agency for machines. */
export function runDocument({ result, folder }: AgencyRun): object {
  return folder === null
    ? result
    : { ...result, directory: folder.directory, status: folder.manifest.status, files: folder.manifest.files };
}

/** A whole run for machines. */
export function runsDocument({ run: { year, agencies, interrupted }, runs, scopes }: YearEndDone): object {
  return { year, agencies, interrupted, results: runs.map(runDocument), scopes: scopes.map(scopeRunDocument) };
}

/** The summary of a run: a line per agency, the reports of scopes, the reasons of the refusals, the count. */
export function runText({ run: { year, agencies, interrupted }, runs, scopes }: YearEndDone, out: string): string {
  const having = (outcome: YearEndResult['outcome']) => runs.filter(({ result }) => result.outcome === outcome).length;
  const imported = having('imported');
  const heads = [
    { head: '机关' },
    { head: '名称' },
    { head: '结果' },
    { head: '版次', align: 'right' },
    { head: '结转', align: 'right' },
    { head: '报告' },
    { head: '摘要（SHA-256）' },
  ] as const;
  return [
    textTable(heads, runs.map(runRow)),
    '',
    ...scopeRunsText(scopes),
    ...runs.flatMap(({ result }) => (result.outcome === 'refused' ? [`${result.agency}：${reasonText(result)}`] : [])),
    `${year} 年度：${agencies} 个机关，结账 ${having('closed')} 个，${imported === 0 ? '' : `已导入其公布的报告 ${imported} 个，`}未结账 ${having('refused')} 个`,
    writtenText(out, runs, scopes),
    ...(interrupted ? [`已中断，${leftText(agencies - runs.length)}；再次执行即可继续`] : []),
  ].join('\n');
}

/** Where the files are; a run in which every agency was refused may have made none, and no folder. */
function writtenText(out: string, runs: YearEndDone['runs'], scopes: YearEndDone['scopes']): string {
  const isWritten = runs.some(({ folder }) => folder !== null) || scopes.some(({ outcome }) => outcome === 'written');
  return isWritten ? `报告文件在 ${out}` : '没有写出报告文件';
}

function reasonText({ refusal, remedy }: Extract<YearEndResult, { outcome: 'refused' }>): string {
  return remedy === null ? refusal.message : `${refusal.message}。${remedy}`;
}

/** What an interrupted run did not come to. */
function leftText(agencies: number): string {
  return agencies === 0 ? '汇总报告尚未写全' : `尚有 ${agencies} 个机关未办`;
}

function runRow({ result, folder }: AgencyRun): readonly (string | number)[] {
  const { agency } = result;
  const name = nameText(result);
  if (result.outcome === 'refused') return [agency, name, `未结账（${result.refusal.code}）`, '', '', '', ''];
  if (result.outcome === 'imported') return [agency, name, importedText(result.imported), '', '', '', ''];
  const { edition, carriedForward, digest, repeated } = result.closed;
  const report = folder?.manifest.status === 'issued' ? '定稿' : '草稿';
  return [agency, name, repeated ? '此前已结账' : '已结账', edition, carriedForward, report, digest];
}

/** A body that is gone is marked: its year is closed all the same. */
function nameText({ name, dissolvedOn }: ReportingAgency): string {
  return dissolvedOn === null ? name : `${name}（已撤销）`;
}

const IMPORTED_LABEL = '已导入其公布的报告';

/** Who decided that the report counts instead of what is kept here. */
function importedText({ precedence }: Extract<YearEndResult, { outcome: 'imported' }>['imported']): string {
  return precedence === undefined
    ? IMPORTED_LABEL
    : `${IMPORTED_LABEL}（本系统的办件不计，批准人 ${precedence.approvedBy}）`;
}

const STATE_LABELS: Readonly<Record<YearEndState, string>> = {
  'year-running': '年度未结束',
  failing: '不合规则',
  blocked: '不能结账',
  ready: '可以结账',
  drifted: '已结账，有差异待处理',
  closed: '已结账',
  imported: IMPORTED_LABEL,
  undecided: '已导入报告，又有本系统办件，待决定',
};

/** The table before the deadline. */
export function statusText({ year, today, lines, scopes }: YearEndStatus): string {
  if (lines.length === 0) return `${year} 年度没有须报告的机关`;
  const heads = [
    { head: '机关' },
    { head: '名称' },
    { head: '状态' },
    { head: '最迟公布' },
    { head: '未办结', align: 'right' },
    { head: '待确认收到', align: 'right' },
    { head: '答复逾期', align: 'right' },
    { head: '不合规则' },
    { head: '提示' },
  ] as const;
  const left = lines.filter(({ state, edition }) => edition === null && state !== 'imported').length;
  return [
    textTable(heads, lines.map(statusRow)),
    '',
    ...lines.flatMap(({ agency, refusal }) => (refusal === null ? [] : [`${agency}：${refusal.message}`])),
    ...lines.flatMap(({ agency, remedy }) => (remedy === null ? [] : [`${agency}：${remedy}`])),
    ...unconfirmedText(lines, year),
    `${year} 年度，截至 ${today}：${lines.length} 个机关，${left} 个尚未结账，${lines.filter(({ late }) => late).length} 个已过公布期限`,
    ...scopeStatusText(scopes),
  ].join('\n');
}

/** What it means that receipts are not confirmed; nothing where all are. */
function unconfirmedText(lines: readonly YearEndLine[], year: number): readonly string[] {
  const left = lines.filter(({ unconfirmed }) => unconfirmed > 0);
  if (left.length === 0) return [];
  return [
    `${left.map(({ agency, unconfirmed }) => `${agency} ${unconfirmed} 件`).join('、')}待双方确认收到（第三十一条）：不妨碍结账，也不计入 ${year} 年度的任何数字；` +
      `结账后才确认、收到日在 ${year} 年度的，为差异，须重述或认可，宜在结账前办妥（worklist --status awaiting-confirmation 逐件列出）`,
  ];
}

function statusRow(line: YearEndLine): readonly (string | number)[] {
  const { agency, state, deadline, late, open, unconfirmed, overdue, blocking, warnings } = line;
  return [
    agency,
    nameText(line),
    STATE_LABELS[state],
    `${deadline}${late ? '（已过）' : ''}`,
    open,
    unconfirmed,
    overdue,
    blocking.join('、') || '—',
    warnings.join('、') || '—',
  ];
}
