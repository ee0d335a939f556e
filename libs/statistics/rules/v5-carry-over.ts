import { cell3, cells3 } from '../cells.js';
import { TABLE3_COLUMNS } from '../columns.js';
import { TABLE3_COLUMN_LABELS, TABLE3_ROW_LABELS } from '../labels.js';
import { figureAt } from '../report.js';
import { found, notApplicable, type Rule } from './rule.js';

/** V5: what this year carried in is what last year's published report carried out, per column (DR 2.6). */
export const carryOver: Rule = {
  id: 'V5',
  version: 1,
  title: '上年结转等于上年度报告的结转下年度继续办理',
  source: '年度报告格式表三第二项、第四项',
  reads: () => cells3(['carriedIn']),
  severity: ({ scope }) => (scope === 'own' ? 'error' : 'warning'),
  check({ figures, lastYear }) {
    if (lastYear === null) return notApplicable('没有上年度已公布的报告');
    const pairs = TABLE3_COLUMNS.map((column) => ({
      column,
      now: figureAt(figures, cell3('carriedIn', column)) ?? null,
      then: figureAt(lastYear, cell3('carriedOut', column)) ?? null,
    }));
    if (pairs.every(({ now, then }) => now === null || then === null)) {
      return notApplicable('本年度或上年度报告未载明结转数');
    }
    return found(
      pairs
        .filter(({ now, then }) => now !== null && then !== null && now !== then)
        .map(({ column, now, then }) => ({
          message:
            `“${TABLE3_COLUMN_LABELS[column]}”列：${TABLE3_ROW_LABELS.carriedIn} ${String(now)}，` +
            `而 ${String(lastYear.year)} 年度报告${TABLE3_ROW_LABELS.carriedOut} ${String(then)}`,
          cells: [cell3('carriedIn', column)],
        })),
    );
  },
};
