import type { AuditCheck, AuditFault, SharedNumber } from '#office';

const CHECK_LABELS: Readonly<Record<AuditCheck, string>> = {
  partition: '划分',
  lists: '清单',
  'carry-forward': '结转',
  digest: '摘要',
  drift: '差异',
  members: '成员',
};

/** One fault that an audit found; `agency` is the member of a scope that it was found in. */
export function auditFaultText(
  { check, message, caseIds, cells }: AuditFault,
  agency: string | null = null,
): readonly string[] {
  return [
    `${agency === null ? '' : `${agency} `}${CHECK_LABELS[check]}：${message}`,
    ...(caseIds.length === 0 ? [] : [`  案件：${caseIds.join('、')}`]),
    ...(cells.length === 0 ? [] : [`  单元格：${cells.join('、')}`]),
  ];
}

/** A number that several cases bear: nothing is counted wrongly, but somebody should look. */
export function sharedNumberText({ caseNumber, caseIds }: SharedNumber): string {
  return `提示：登记号 ${caseNumber} 由 ${caseIds.length} 件共用（${caseIds.join('、')}）；登记号有误的，请更正`;
}
