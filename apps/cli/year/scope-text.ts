import { renderTables } from '#annual-report';
import { TABLE_SCOPE_LABELS } from '#agency';
import type { MemberLine, ScopeAudit, ScopeCellPage, ScopeRulesView, ScopeYearView } from '#office';
import { MEMBER_BASIS_LABELS } from '#statistics';
import { lineageText } from '../case/lineage-text.js';
import { withNext } from '../shell/next-page.js';
import { textTable } from '../shell/text-table.js';
import { auditFaultText } from './audit-text.js';
import { entriesTable } from './entries-text.js';
import { judgedText } from './rules-text.js';
import { scopeDriftText } from './scope-drift-text.js';

const heads = (...names: readonly string[]) => names.map((head) => ({ head }));

/** The tables of a scope: who is in it, the tables, and what is not known. */
export function scopeYearText(view: ScopeYearView, decimals: number): string {
  const { agencyName, year, scope, form, figures, partial, sectionOne, members, digest, issued } = view;
  const { known, unknown } = sectionOne;
  return [
    `${agencyName}${year}年政府信息公开工作年度报告（${TABLE_SCOPE_LABELS[scope]}，格式 ${form}）`,
    '',
    `汇总 ${members.length} 个机关：`,
    textTable(
      heads('机关', '名称', '数字来源'),
      members.map((member) => [member.agency, member.name, sourceText(member)]),
    ),
    '',
    `一、总体情况\n主动公开信息 ${known.total} 条${unknown.length === 0 ? '' : `（不含未载明的：${unknown.join('、')}）`}`,
    '',
    renderTables(figures, { decimals }),
    ...(partial.length === 0 ? [] : ['未知的数字（上列各表中为空白）：', unknownText(view), '']),
    ...messagesOf(view),
    `摘要（SHA-256）${digest}`,
    ...(issued === null ? [] : scopeDriftText(issued)),
  ].join('\n');
}

/** Whose figures are undecided, and which are used. */
function messagesOf({ undecided }: Pick<ScopeYearView, 'undecided'>): readonly string[] {
  return undecided.map(({ message }) => message);
}

function sourceText({ basis, edition, imported, undecided, dissolvedOn, countsWith }: MemberLine): string {
  const parts = [
    MEMBER_BASIS_LABELS[basis] + (edition === null ? '' : `（第 ${edition.edition} 版）`),
    ...(imported === null ? [] : [`${imported.source.file}，${imported.on} 导入`]),
    ...(undecided ? ['本系统又有办件或台账，未定以哪个为准'] : []),
    ...(dissolvedOn === null ? [] : [`${dissolvedOn} 撤销，计入 ${countsWith}`]),
  ];
  return parts.join('；');
}

/** Unknown figures by the members that they are unknown of. What is unknown for nothing but missing members is only counted. */
function unknownText({ partial, missing }: ScopeYearView): string {
  return [...Map.groupBy(partial, ({ unknown }) => unknown.join('、'))]
    .map(([who, figures]) => {
      const head = `${who} 的数字不明：${figures.length} 栏`;
      if (who === missing.join('、')) return `${head}（已知之和见 --json 或 year cell）`;
      const table = textTable(
        [{ head: '数字' }, { head: '已知之和', align: 'right' }],
        figures.map(({ label, known }) => [label, known]),
      );
      return `${head}\n${table}`;
    })
    .join('\n\n');
}

/** The rules applied to a scope, and to what. */
export function scopeRulesText(view: ScopeRulesView): string {
  const what = view.judged === 'sum' ? '核对各成员之和' : '核对导入的汇总报告，并与各成员之和比较';
  // A scope has no books to close; its report is issued.
  const verdict =
    view.blocking.length === 0 ? '没有规则妨碍汇总报告定稿' : `汇总报告不能定稿：${view.blocking.join('、')}`;
  return [what, judgedText(view.results), ...messagesOf(view), verdict].join('\n');
}

/** What is behind a figure of a scope: the parts of the members, then cases or entries. */
export function scopeCellText(label: string, page: ScopeCellPage): string {
  const { value, known, shares, cases, entries, next } = page;
  const head = value === null ? `${label}：未知（已知之和 ${known ?? '未知'}）` : `${label}：${value}`;
  const parts = textTable(
    [{ head: '机关' }, { head: '名称' }, { head: '数字', align: 'right' }, { head: '来源' }],
    shares.map((share) => [share.agency, share.name, share.value ?? '未知', shareText(share)]),
  );
  const rows = cases.flatMap(({ agency, caseId, events }) =>
    events.map((entry, index) => [
      index === 0 ? agency : '',
      index === 0 ? caseId : '',
      entry.revision,
      entry.on,
      lineageText(entry),
    ]),
  );
  const lists = [
    ...(rows.length === 0 ? [] : [textTable(heads('机关', '案件编号', '序号', '事实日期', '记录'), rows)]),
    ...(entries.length === 0 ? [] : [entriesTable(entries)]),
    ...messagesOf(page),
  ];
  return withNext([head, ...(shares.length === 0 ? [] : [parts]), ...lists].join('\n\n'), next);
}

function shareText({ basis, provenance, undecided, now, value, listed }: ScopeCellPage['shares'][number]): string {
  if (provenance !== null) {
    return undecided ? `${provenance}；本系统的办件或台账为 ${now ?? '未知'}，未定以哪个为准` : provenance;
  }
  const drifted = now !== null && now !== value ? `，现为 ${now}` : '';
  return `${MEMBER_BASIS_LABELS[basis]}${drifted}${listed || basis === 'missing' ? '' : '，无权查看案件'}`;
}

/** The audit of a scope. */
export function scopeAuditText(audit: ScopeAudit): string {
  const { agency, year, scope, form, members, imported, missing, cases, cells, sound, faults } = audit;
  return [
    `${agency} ${year} 年度${TABLE_SCOPE_LABELS[scope]}（格式 ${form}）：核对 ${members} 个机关、${cases} 件、${cells} 个单元格`,
    ...(imported.length === 0 ? [] : [`数字来自导入的报告：${imported.join('、')}`]),
    ...(missing.length === 0 ? [] : [`没有数字：${missing.join('、')}`]),
    ...messagesOf(audit),
    ...faults.flatMap((fault) => auditFaultText(fault, fault.agency)),
    sound ? '没有问题' : `发现 ${faults.length} 个问题`,
  ].join('\n');
}
