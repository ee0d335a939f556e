import { cell3, cells3, cellKey } from '../cells.js';
import { TABLE3_COLUMNS, type Table3Column } from '../columns.js';
import { TABLE3_COLUMN_LABELS, TABLE3_ROW_LABELS } from '../labels.js';
import { figureAt } from '../report.js';
import { found, notApplicable, type AcceptedAdjustment, type Rule } from './rule.js';

/** 上年结转 of this year beside 结转下年度 of last year's published report, in one column. */
interface Pair {
  readonly column: Table3Column;
  readonly now: number | null;
  readonly then: number | null;
}

/**
 * V5: what this year carried in is what last year's published report carried out, per column (DR 2.6). A difference passes that a
 * recorded adjustment of last year explains exactly; one that it does not, fails.
 */
export const carryOver: Rule = {
  id: 'V5',
  version: 2,
  title: '上年结转等于上年度报告的结转下年度继续办理',
  source: '年度报告格式表三第二项、第四项',
  reads: () => cells3(['carriedIn']),
  severity: ({ scope }) => (scope === 'own' ? 'error' : 'warning'),
  check({ figures, lastYear, lastYearAdjustment = null }) {
    if (lastYear === null) return notApplicable('没有上年度已公布的报告');
    const pairs = TABLE3_COLUMNS.map((column) => ({
      column,
      now: figureAt(figures, cell3('carriedIn', column)) ?? null,
      then: figureAt(lastYear, cell3('carriedOut', column)) ?? null,
    }));
    if (pairs.every(({ now, then }) => now === null || then === null)) {
      return notApplicable('本年度或上年度报告未载明结转数');
    }
    const different = pairs.filter(({ now, then }) => now !== null && then !== null && now !== then);
    const explained = different.filter((pair) => explains(lastYearAdjustment, pair));
    const message = (pair: Pair) => differenceOf(pair, lastYear.year);
    return found(
      different
        .filter((pair) => !explained.includes(pair))
        .map((pair) => ({ message: message(pair), cells: [cell3('carriedIn', pair.column)] })),
      explained.length === 0 || lastYearAdjustment === null
        ? null
        : `${explained.map(message).join('；')}；${lastYearAdjustment.explanation}`,
    );
  },
};

function explains(adjustment: AcceptedAdjustment | null, { column, now, then }: Pair): boolean {
  const key = cellKey(cell3('carriedOut', column));
  return (adjustment?.cells ?? []).some((one) => one.cell === key && one.published === then && one.now === now);
}

function differenceOf({ column, now, then }: Pair, lastYear: number): string {
  return (
    `“${TABLE3_COLUMN_LABELS[column]}”列：${TABLE3_ROW_LABELS.carriedIn} ${String(now)}，` +
    `而 ${String(lastYear)} 年度报告${TABLE3_ROW_LABELS.carriedOut} ${String(then)}`
  );
}
