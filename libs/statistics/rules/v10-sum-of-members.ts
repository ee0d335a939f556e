import { allCells, table2Cells, table3Cells, TABLE4_CELLS } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { cellLabel } from '../labels.js';
import { figureAt, type ReportFigures } from '../report.js';
import type { ScopeMembers } from '../scopes/member-report.js';
import { sumCell } from '../scopes/sum-cell.js';
import { alwaysError, found, notApplicable, type Fault, type Rule } from './rule.js';

/**
 * V10: a table of a scope is the sum of its members' tables, cell by cell (DR 2.6, 4). A member without figures is a fault of its
 * own. A cell that some member leaves blank can only be found too small; the others are compared exactly.
 */
export const sumOfMembers: Rule = {
  id: 'V10',
  version: 1,
  title: '汇总表各栏等于各成员报告之和，成员齐全',
  source: '国办发〔2014〕32号（统计数据逐级汇总）',
  reads: cellsShown,
  severity: alwaysError,
  check({ figures, scope, members = null }) {
    if (scope === 'own') return notApplicable('本机关自身的报告，没有下属成员');
    if (members === null) return notApplicable('不知道汇总了哪些成员');
    const hint = hintOf(members);
    const unread = new Set<string>();
    const faults = cellsShown(figures).flatMap((cell) => faultOf(cell, figures, members, hint, unread));
    return found([...missingOf(members), ...faults], noteOf(members, unread));
  },
};

/** A report in the 2021 form may print （六） as one row. */
function cellsShown(figures: ReportFigures): readonly CellAddress[] {
  const printed = figures.table3?.['other.all'] === undefined ? figures.form : '2019';
  if (printed === figures.form) return allCells(figures.form);
  return [...table2Cells(figures.form), ...table3Cells(printed), ...TABLE4_CELLS];
}

function missingOf({ reports }: ScopeMembers): readonly Fault[] {
  return reports
    .filter(({ figures }) => figures === null)
    .map(({ agency, name }) => ({
      message: `缺少成员 ${name}（${agency}）的数字：既未在本系统办件或结账，也未导入其公布的报告`,
      cells: [],
    }));
}

function faultOf(
  cell: CellAddress,
  figures: ReportFigures,
  { reports }: ScopeMembers,
  hint: string,
  unread: Set<string>,
): readonly Fault[] {
  const shown = figureAt(figures, cell) ?? null;
  if (shown === null) return [];
  const { known, unknown } = sumCell(reports, cell);
  if (unknown.length > 0 && shown >= known) {
    for (const agency of unknown) unread.add(agency);
    return [];
  }
  if (shown === known) return [];
  const sum = unknown.length === 0 ? `各成员之和 ${String(known)}` : `各成员已知之和已达 ${String(known)}`;
  const message = `${cellLabel(cell, figures.form)}：汇总表 ${String(shown)}，而${sum}${hint}`;
  return [{ message, cells: [cell] }];
}

/** Who may explain a difference: whoever may still change, and whoever was counted although no member at the end of the year. */
function hintOf({ reports, outside }: ScopeMembers): string {
  const current = reports.filter(({ basis }) => basis === 'current').map(({ name }) => name);
  const parts = [
    ...(current.length === 0 ? [] : [`尚未结账：${current.join('、')}`]),
    ...(outside.length === 0 ? [] : [`年初隶属而年末不在其下：${outside.join('、')}`]),
  ];
  return parts.length === 0 ? '' : `（${parts.join('；')}）`;
}

function noteOf({ reports }: ScopeMembers, unread: ReadonlySet<string>): string | null {
  const names = reports.filter(({ agency, figures }) => figures !== null && unread.has(agency)).map(({ name }) => name);
  return names.length === 0 ? null : `下列成员的报告有空白栏，这些栏未能核对：${names.join('、')}`;
}
