import { describe, expect, it } from '@jest/globals';
import { allCells, cell3, cellKey, table2Cells } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';
import type { MemberReport, ScopeMembers } from '../scopes/member-report.js';
import { sumReports } from '../scopes/sum-reports.js';
import { GOLDEN } from '../testkit/golden-report.js';
import { withFigure } from '../testkit/with-figure.js';
import { sumOfMembers } from './v10-sum-of-members.js';

const report = (agency: string, figures: ReportFigures | null, basis: MemberReport['basis'] = 'edition') => ({
  agency,
  name: `${agency}局`,
  basis,
  figures,
});
const TWO: readonly MemberReport[] = [report('a', GOLDEN), report('b', GOLDEN, 'imported')];
const REGION: ReportFigures = sumReports(TWO, 2025, '2021').figures;

const check = (figures: ReportFigures, reports = TWO, more: Partial<ScopeMembers> = {}) =>
  sumOfMembers.check({
    figures,
    lastYear: null,
    partition: null,
    origin: 'published',
    scope: 'region',
    members: { reports, outside: [], ...more },
  });
const messages = (verdict: ReturnType<typeof check>) =>
  verdict.applies ? verdict.faults.map(({ message }) => message) : [verdict.reason];

describe('V10, the sum of the members', () => {
  it('holds for the sum, and not for the report of one body', () => {
    expect(check(REGION)).toEqual({ applies: true, faults: [], note: null });
    const context = { figures: GOLDEN, lastYear: null, partition: null, origin: 'computed', scope: 'own' } as const;
    expect(sumOfMembers.check(context)).toMatchObject({ applies: false });
    expect(sumOfMembers.check({ ...context, scope: 'level' })).toMatchObject({ applies: false });
  });

  it.each(allCells('2021').map((cell) => [cellKey(cell), cell] as const))(
    'catches another figure in %s of the total or of a member, and names the cell',
    (_key, cell) => {
      const wrong = [
        check(withFigure(REGION, cell, (now) => now + 1)),
        check(REGION, [
          TWO[0]!,
          report(
            'b',
            withFigure(GOLDEN, cell, (now) => now + 1),
          ),
        ]),
      ];
      for (const verdict of wrong) expect(verdict).toMatchObject({ faults: [{ cells: [cell] }] });
    },
  );

  it('names a missing member, whatever the figures', () => {
    expect(messages(check(REGION, [...TWO, report('c', null, 'missing')]))).toEqual([
      '缺少成员 c局（c）的数字：既未在本系统办件或结账，也未导入其公布的报告',
    ]);
  });

  it('names who is not closed yet, and who stood below only when the year began, beside a difference', () => {
    const one = withFigure(REGION, cell3('new', 'other'), (now) => now + 4);
    const reports = [TWO[0]!, report('b', GOLDEN, 'current')];
    expect(messages(check(one, reports, { outside: ['迁出镇'] }))).toEqual([
      '一、本年新收政府信息公开申请数量“其他”：汇总表 68，而各成员之和 64（尚未结账：b局；年初隶属而年末不在其下：迁出镇）',
    ]);
    expect(messages(check(REGION, reports, { outside: ['迁出镇'] }))).toEqual([]);
  });

  it('leaves out a cell that a member leaves blank, and says so; a total below the known part is wrong all the same', () => {
    const cell: CellAddress = cell3('new', 'other');
    const blank = [
      TWO[0]!,
      report(
        'b',
        withFigure(GOLDEN, cell, () => null),
        'imported',
      ),
    ];
    expect(check(REGION, blank)).toEqual({
      applies: true,
      faults: [],
      note: '下列成员的报告有空白栏，这些栏未能核对：b局',
    });
    const less = withFigure(REGION, cell, () => figureAt(GOLDEN, cell)! - 1);
    expect(messages(check(less, blank))).toEqual([
      '一、本年新收政府信息公开申请数量“其他”：汇总表 31，而各成员已知之和已达 32',
    ]);
  });

  it('passes over what the total does not show', () => {
    expect(check({ ...REGION, table2: null, table4: null })).toMatchObject({ faults: [] });
    const blank = table2Cells('2021').reduce((figures, cell) => withFigure(figures, cell, () => null), REGION);
    expect(check(blank)).toMatchObject({ faults: [] });
  });

  it('reads （六） as one row where the total prints it so', () => {
    const { 'other.overdueCorrection': a, 'other.overdueFee': b, 'other.other': c, ...rest } = REGION.table3!;
    const all = a!.map((value, index) => value! + b![index]! + c![index]!);
    const printed = { ...REGION, table3: { ...rest, 'other.all': all } };
    expect(check(printed)).toMatchObject({ faults: [] });
    expect(check(withFigure(printed, cell3('other.all', 'total'), (now) => now - 1))).toMatchObject({ faults: [{}] });
  });
});
