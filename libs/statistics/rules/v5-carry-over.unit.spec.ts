import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cell3, cellKey } from '../cells.js';
import { figureAt, type ReportFigures } from '../report.js';
import { GOLDEN, GOLDEN_LAST_YEAR } from '../testkit/golden-report.js';
import { withFigure } from '../testkit/with-figure.js';
import { checkReport, findingsOf, type RuleResult } from './catalogue.js';
import type { RuleContext } from './rule.js';

const context = (figures: ReportFigures, more: Partial<RuleContext> = {}): RuleContext => ({
  figures,
  lastYear: GOLDEN_LAST_YEAR,
  partition: { cases: 0, faults: [] },
  origin: 'computed',
  scope: 'own',
  ...more,
});

const resultOf = (results: readonly RuleResult[], id: string) => results.find(({ rule }) => rule === id);

describe('V5, carried over from last year', () => {
  it('compares every column with the published report of the year before', () => {
    const lastYear = withFigure(GOLDEN_LAST_YEAR, cell3('carriedOut', 'other'), () => 4);
    const [finding, ...rest] = findingsOf(checkReport(context(GOLDEN, { lastYear })));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'V5',
      severity: 'error',
      message: '“其他”列：二、上年结转政府信息公开申请数量 0，而 2024 年度报告四、结转下年度继续办理 4',
      cells: [{ table: 3, row: 'carriedIn', column: 'other' }],
    });
  });

  it('is a warning for a roll-up, whose members may change', () => {
    const lastYear = withFigure(GOLDEN_LAST_YEAR, cell3('carriedOut', 'other'), () => 4);
    expect(findingsOf(checkReport(context(GOLDEN, { lastYear, scope: 'region' })))[0]?.severity).toBe('warning');
  });

  it('says that it does not apply where there is no report of the year before, or none of its figures', () => {
    const none = checkReport(context(GOLDEN, { lastYear: null }));
    expect(resultOf(none, 'V5')).toMatchObject({
      status: 'not-applicable',
      reason: '没有上年度已公布的报告',
      findings: [],
    });
    const blank = checkReport(context(GOLDEN, { lastYear: { ...GOLDEN_LAST_YEAR, table3: null } }));
    expect(resultOf(blank, 'V5')).toMatchObject({ status: 'not-applicable', reason: '本年度或上年度报告未载明结转数' });
  });
});

describe('V5 with an accepted adjustment of last year', () => {
  const key = (column: 'other' | 'total') => cellKey(cell3('carriedOut', column));
  const columns = ['other', 'total'] as const;

  /** Last year's edition says other figures in two columns; the adjustment says by how much. */
  const judged = (
    published: readonly number[],
    adjusted: readonly { cell: string; published: number; now: number }[],
  ) => {
    const lastYear = columns.reduce(
      (figures, column, index) => withFigure(figures, cell3('carriedOut', column), () => published[index]!),
      GOLDEN_LAST_YEAR,
    );
    const lastYearAdjustment = { explanation: '已于 2025-03-01 作为调整认可：漏登', cells: adjusted };
    return resultOf(checkReport(context(GOLDEN, { lastYear, lastYearAdjustment })), 'V5')!;
  };
  const now = columns.map((column) => figureAt(GOLDEN, cell3('carriedIn', column))!);

  it('passes, with the explanation, what the adjustment explains exactly', () => {
    const published = now.map((value) => value + 4);
    const result = judged(
      published,
      columns.map((column, index) => ({ cell: key(column), published: published[index]!, now: now[index]! })),
    );
    expect(result).toMatchObject({ status: 'passed', findings: [] });
    expect(result.reason).toBe(
      '“其他”列：二、上年结转政府信息公开申请数量 0，而 2024 年度报告四、结转下年度继续办理 4；' +
        '“总计”列：二、上年结转政府信息公开申请数量 560，而 2024 年度报告四、结转下年度继续办理 564；' +
        '已于 2025-03-01 作为调整认可：漏登',
    );
  });

  it('passes a column exactly if it is equal or the adjustment names both of its figures', () => {
    const step = fc.integer({ min: -2, max: 2 });
    const adjustment = fc.option(fc.record({ published: step, now: step }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.record({ published: step, adjustment }), { minLength: 2, maxLength: 2 }), (drawn) => {
        const published = drawn.map((one, index) => now[index]! + one.published);
        const adjusted = drawn.flatMap((one, index) =>
          one.adjustment === null
            ? []
            : [
                {
                  cell: key(columns[index]!),
                  published: now[index]! + one.adjustment.published,
                  now: now[index]! + one.adjustment.now,
                },
              ],
        );
        const unexplained = drawn.filter(
          (one) => one.published !== 0 && !(one.adjustment?.published === one.published && one.adjustment.now === 0),
        );
        const result = judged(published, adjusted);
        expect(result.findings).toHaveLength(unexplained.length);
        const explained = drawn.filter((one) => one.published !== 0).length - unexplained.length;
        expect(result.reason === null).toBe(explained === 0);
      }),
      { numRuns: 500 },
    );
  });
});
