import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allCells, cell3, cellKey, table2Cells, table3Cells, TABLE4_CELLS } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';
import { GOLDEN, GOLDEN_LAST_YEAR } from '../testkit/golden-report.js';
import { withFigure } from '../testkit/with-figure.js';
import { checkReport, findingsOf, RULES, type RuleResult } from './catalogue.js';
import type { RuleContext } from './rule.js';

const context = (figures: ReportFigures, more: Partial<RuleContext> = {}): RuleContext => ({
  figures,
  lastYear: GOLDEN_LAST_YEAR,
  partition: { cases: 0, faults: [] },
  origin: 'computed',
  scope: 'own',
  ...more,
});

const failed = (results: readonly RuleResult[]) =>
  results.filter(({ status }) => status === 'failed').map(({ rule }) => rule);
const resultOf = (results: readonly RuleResult[], id: string) => results.find(({ rule }) => rule === id);
const changed = (cell: CellAddress, change: (now: number) => number | null) =>
  checkReport(context(withFigure(GOLDEN, cell, change)));

describe('rules of the report', () => {
  it('pass the golden report, every one on its figures; those on its words are in narrative-rules.unit.spec.ts', () => {
    const results = checkReport(context(GOLDEN)).filter(
      ({ rule }) => !['V8', 'V9', 'V10', 'V11', 'N1', 'N2'].includes(rule),
    );
    expect(results.map(({ rule, status }) => `${rule} ${status}`)).toEqual(
      ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V12'].map((rule) => `${rule} passed`),
    );
  });

  it.each([...table3Cells('2021'), ...TABLE4_CELLS].map((cell) => [cellKey(cell), cell] as const))(
    'catch another figure in %s, whatever it is',
    (_key, cell) => {
      fc.assert(
        fc.property(
          fc.integer({ min: -20_000, max: 20_000 }).filter((n) => n !== 0),
          (by) => {
            const results = changed(cell, (now) => now + by);
            const culprits = failed(results);
            expect(culprits).not.toEqual([]);
            // A rule that fails says that it reads the cell.
            const figures = withFigure(GOLDEN, cell, (now) => now + by);
            for (const id of culprits) {
              const read = RULES.find((rule) => rule.id === id)!
                .reads(figures)
                .map(cellKey);
              expect(read).toContain(cellKey(cell));
            }
          },
        ),
        { numRuns: 20 },
      );
    },
  );

  it.each([...table2Cells('2021').slice(0, 6)].map((cell) => [cellKey(cell), cell] as const))(
    'catch another figure in %s by the balance of documents in force',
    (_key, cell) => {
      expect(failed(changed(cell, (now) => now + 1))).toEqual(['V12']);
    },
  );

  it.each(allCells('2021').map((cell) => [cellKey(cell), cell] as const))(
    'catch an unknown, a negative or a broken figure in %s',
    (_key, cell) => {
      expect(failed(changed(cell, () => null))).toContain('V6');
      expect(failed(changed(cell, () => -1))).toContain('V6');
      expect(failed(changed(cell, () => 1.0000005))).toContain('V6');
    },
  );

  it('know exactly the cells of the report: every cell is read by some rule, no rule reads anything else', () => {
    const read = new Set(RULES.flatMap((rule) => rule.reads(GOLDEN).map(cellKey)));
    expect(read).toEqual(new Set(allCells('2021').map(cellKey)));
  });

  it('have each its number once, and a title', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(RULES.every(({ title, source, version }) => title !== '' && source !== '' && version > 0)).toBe(true);
  });
});

describe('V1, the printed balance', () => {
  it('says by how much a column is off, in the words of the form', () => {
    const table3 = {
      new: [60, 0, 0, 0, 0, 0, 60],
      carriedIn: [0, 0, 0, 0, 0, 0, 0],
      resolvedTotal: [61, 0, 0, 0, 0, 0, 61],
      carriedOut: [0, 0, 0, 0, 0, 0, 0],
    };
    const results = checkReport(context({ ...GOLDEN, table2: null, table4: null, table3 }, { origin: 'published' }));
    const findings = resultOf(results, 'V1')!.findings;
    expect(findings.map(({ message }) => message)).toEqual([
      '“自然人”列：一、本年新收政府信息公开申请数量 60 + 二、上年结转政府信息公开申请数量 0 = 60，而 （七）总计 61 + 四、结转下年度继续办理 0 = 61，相差 1',
      '“总计”列：一、本年新收政府信息公开申请数量 60 + 二、上年结转政府信息公开申请数量 0 = 60，而 （七）总计 61 + 四、结转下年度继续办理 0 = 61，相差 1',
    ]);
    expect(findings[0]).toMatchObject({
      rule: 'V1',
      severity: 'error',
      cells: [{ table: 3, row: 'new', column: 'natural-person' }, {}, {}, {}],
    });
    expect(resultOf(results, 'V2')).toMatchObject({
      status: 'not-applicable',
      reason: '报告未载明表三本年度办理结果的全部各行',
    });
  });
});

describe('V2, results and their total', () => {
  it('holds for a real column of the 2019 form', () => {
    const parts = [258, 3, 14, 5, 3, 10, 252, 44, 25, 148, 5];
    const rows = [
      'granted',
      'partial',
      'refused.stateSecret',
      'refused.otherLaw',
      'refused.processInformation',
      'unable.notHeld',
    ];
    const more = [
      'unable.needsCreation',
      'unable.stillUnclear',
      'notProcessed.petition',
      'notProcessed.duplicate',
      'other.all',
    ];
    const zero = Object.fromEntries(table3Cells('2019').map((cell) => [cell.row, [0, 0, 0, 0, 0, 0, 0]]));
    const filled = Object.fromEntries(
      [...rows, ...more].map((row, index) => [row, [parts[index]!, 0, 0, 0, 0, 0, parts[index]!]]),
    );
    const table3 = { ...zero, ...filled, resolvedTotal: [767, 0, 0, 0, 0, 0, 767] };
    const results = checkReport(context({ ...GOLDEN, form: '2019', table3 }));
    expect(resultOf(results, 'V2')?.status).toBe('passed');
    expect(resultOf(results, 'V3')?.status).toBe('passed');
  });

  it('reads （六） as one row where a report in the 2021 form prints it so', () => {
    const { 'other.overdueCorrection': a, 'other.overdueFee': b, 'other.other': c, ...rest } = GOLDEN.table3!;
    const one = a!.map((value, index) => value! + b![index]! + c![index]!);
    const published = { ...GOLDEN, table3: { ...rest, 'other.all': one } };
    expect(failed(checkReport(context(published, { origin: 'published', partition: null })))).toEqual([]);
    const wrong = withFigure(published, cell3('other.all', 'other'), (now) => now + 1);
    expect(failed(checkReport(context(wrong, { origin: 'published', partition: null })))).toEqual(['V2', 'V3']);
  });
});

describe('V4, totals of table 4', () => {
  it('finds the two wrong totals of a published report', () => {
    const table4 = { review: [10, 1, 0, 0, 0], suitDirect: [0, 0, 0, 0, 0], suitAfterReview: [5, 0, 0, 0, 0] };
    expect(findingsOf(checkReport(context({ ...GOLDEN, table4 }))).map(({ rule, message }) => [rule, message])).toEqual(
      [
        ['V4', '行政复议：结果维持 10 + 结果纠正 1 + 其他结果 0 + 尚未审结 0 = 11，而 总计 0，相差 11'],
        ['V4', '复议后起诉：结果维持 5 + 结果纠正 0 + 其他结果 0 + 尚未审结 0 = 5，而 总计 0，相差 5'],
      ],
    );
  });
});

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

describe('V6, whole numbers', () => {
  it('blocks the closing with the name of what must be recorded', () => {
    const results = changed({ table: 2, row: 'regulations', column: 'inForce' }, () => null);
    expect(findingsOf(results).map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['V6', 'error', '规章“现行有效件数”没有记录：请在主动公开台账中登记，没有的登记为 0'],
    ]);
  });

  it('notes a blank in a report published elsewhere, which counts as 0 and fails no rule where it is a total', () => {
    const published = (row: 'new' | 'carriedOut', column: 'natural-person' | 'total') =>
      checkReport(
        context(
          withFigure(GOLDEN, cell3(row, column), () => null),
          { origin: 'published', partition: null },
        ),
      );
    expect(failed(published('carriedOut', 'total'))).toEqual([]);
    expect(resultOf(published('carriedOut', 'total'), 'V6')?.reason).toMatch('继续办理“总计”为空白，没有的应填 0');
    expect(failed(published('new', 'natural-person'))).toEqual(['V1', 'V3']);
  });

  it('takes an amount in 万元 down to one fen, and a smaller inventory in the 2019 form', () => {
    const fees = { table: 2, row: 'fees', column: 'amount10k' } as const;
    expect(failed(changed(fees, () => 7730.280001))).toEqual([]);
    const change = { table: 2, row: 'penalty', column: 'change' } as const;
    const zero = { itemsLastYear: 0, change: 0, decisions: 0 };
    const documents = { madeNew: 0, publishedNew: 0, publishedTotal: 0 };
    const old: ReportFigures = {
      ...GOLDEN,
      form: '2019',
      table2: {
        regulations: documents,
        normativeDocuments: documents,
        licensing: zero,
        otherServices: zero,
        penalty: zero,
        coercion: zero,
        fees: { itemsLastYear: 0, change: 0 },
        procurement: { projects: 0, amountText: '0万元' },
      },
    };
    const of = (figures: ReportFigures) =>
      resultOf(checkReport(context(figures, { origin: 'published' })), 'V6')?.status;
    expect(of(withFigure(old, change, () => -3))).toBe('passed');
    expect(of(withFigure(old, change, () => 0.5))).toBe('failed');
  });
});

describe('V7, one case one row', () => {
  it('fails with what the partition proof found, and needs the cases', () => {
    const faults = [{ message: 'case-1 被计入两次', caseIds: ['case-1'], cells: [] }];
    const results = checkReport(context(GOLDEN, { partition: { cases: 2, faults } }));
    expect(findingsOf(results)).toEqual([{ ...faults[0], rule: 'V7', ruleVersion: 1, severity: 'error' }]);
    expect(resultOf(checkReport(context(GOLDEN, { partition: null })), 'V7')?.status).toBe('not-applicable');
  });
});

describe('V12, documents in force', () => {
  it('shows the balance', () => {
    const results = changed({ table: 2, row: 'normativeDocuments', column: 'repealed' }, () => 983);
    expect(findingsOf(results).map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        '行政规范性文件：上年现行有效件数 4605 + 本年制发件数 564 - 本年废止件数 983 = 4186，而现行有效件数 4185',
      ],
    ]);
  });

  it('does not apply to the 2019 form, nor without last year', () => {
    const status = (more: Partial<RuleContext>, figures = GOLDEN) =>
      resultOf(checkReport(context(figures, more)), 'V12')?.status;
    expect(status({ lastYear: null })).toBe('not-applicable');
    expect(status({ lastYear: { ...GOLDEN_LAST_YEAR, table2: null } })).toBe('not-applicable');
  });
});
