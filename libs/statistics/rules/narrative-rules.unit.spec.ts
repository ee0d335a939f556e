import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cell3, cellKey, cells3, TABLE4_CELLS } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { publishedKey, type NarrativeFigure } from '../narrative/narrative-figures.js';
import type { ReportFigures } from '../report.js';
import { GOLDEN_FEES, GOLDEN_NARRATIVE } from '../testkit/golden-narrative.js';
import { GOLDEN, GOLDEN_LAST_YEAR } from '../testkit/golden-report.js';
import { withFigure } from '../testkit/with-figure.js';
import { checkReport, findingsOf, type RuleResult } from './catalogue.js';
import type { RuleContext } from './rule.js';

const WHOLE: RuleContext = {
  figures: GOLDEN,
  lastYear: GOLDEN_LAST_YEAR,
  partition: { cases: 0, faults: [] },
  origin: 'computed',
  scope: 'own',
  narrative: GOLDEN_NARRATIVE,
  fees: GOLDEN_FEES,
  directSuits: [],
  words: { staleOverrides: [], drafts: [] },
};

const check = (more: Partial<RuleContext> = {}) => checkReport({ ...WHOLE, ...more });
const failed = (results: readonly RuleResult[]) =>
  results.filter(({ status }) => status === 'failed').map(({ rule }) => rule);
const resultOf = (results: readonly RuleResult[], id: string) => results.find(({ rule }) => rule === id)!;
const published = (figures: ReportFigures, narrative: readonly NarrativeFigure[]): Partial<RuleContext> => ({
  figures,
  narrative,
  origin: 'published',
  partition: null,
  fees: null,
  directSuits: null,
  words: null,
});
const one = (key: NarrativeFigure['key'], value: number): NarrativeFigure => ({ key, value, sentence: '原句。' });
const notZero = fc.integer({ min: -20_000, max: 20_000 }).filter((n) => n !== 0);

describe('rules on the words of a report', () => {
  it('pass the golden report in words, together with all other rules', () => {
    expect(check().map(({ rule, status }) => `${rule} ${status}`)).toEqual(
      ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'V11', 'V12', 'N1', 'N2'].map((rule) =>
        rule === 'V10' ? 'V10 not-applicable' : `${rule} passed`,
      ),
    );
  });

  it('are warnings: a report with them can be closed', () => {
    const severities = ['V8', 'V9', 'V11', 'N1', 'N2'].map((id) => resultOf(check(), id).severity);
    expect(new Set(severities)).toEqual(new Set(['warning']));
  });

  const fixed = GOLDEN_NARRATIVE.filter(({ key }) => !key.startsWith('ownLevel') && key !== 'handled');
  it.each(fixed.map((stated, index) => [stated.key, index] as const))(
    'catch another figure in the sentence on %s, whatever it is',
    (key, index) => {
      const rule = ['feeNotices', 'feeNoticedFen', 'feePaidFen', 'overdueFee'].includes(key) ? 'V9' : 'V8';
      fc.assert(
        fc.property(notZero, (by) => {
          const changed = { ...fixed[index]!, value: fixed[index]!.value + by };
          expect(failed(check({ narrative: fixed.with(index, changed) }))).toEqual([rule]);
        }),
        { numRuns: 20 },
      );
    },
  );

  const totals: readonly CellAddress[] = [
    ...cells3(['new', 'carriedIn', 'granted', 'partial', 'resolvedTotal', 'carriedOut', 'refused.thirdPartyRights']),
    ...cells3(['unable.needsCreation', 'notProcessed.publication', 'other.other']),
    ...TABLE4_CELLS,
  ].filter(({ column }) => column === 'total');
  it.each(totals.map((cell) => [cellKey(cell), cell] as const))(
    'catch another figure in %s beside the words',
    (_key, cell) => {
      fc.assert(
        fc.property(notZero, (by) => {
          expect(failed(check({ figures: withFigure(GOLDEN, cell, (now) => now + by) }))).toContain('V8');
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(['notices', 'noticedFen', 'paidFen', 'lapsed'] as const)('catch another sum of fee events: %s', (item) => {
    fc.assert(
      fc.property(notZero, (by) => {
        expect(failed(check({ fees: { ...GOLDEN_FEES, [item]: GOLDEN_FEES[item] + by } }))).toEqual(['V9']);
      }),
      { numRuns: 20 },
    );
  });
});

describe('V8, figures of the text', () => {
  it('quotes the sentence and the table', () => {
    const [finding] = findingsOf(check({ narrative: [one('suits', 5)] }));
    expect(finding).toMatchObject({ rule: 'V8', severity: 'warning' });
    expect(finding!.message).toBe('文字“原句。”载明 5，而行政诉讼两组“总计”之和为 212');
    expect(finding!.cells.map(cellKey)).toEqual(['table4/suitDirect/total', 'table4/suitAfterReview/total']);
  });

  it.each([14069, 14629, 13810])('lets 受理 %i件 mean new, new and carried in, or resolved', (value) => {
    expect(failed(check({ narrative: [one('handled', value)] }))).toEqual([]);
    expect(failed(check({ narrative: [one('handled', value + 1)] }))).toEqual(['V8']);
  });

  it('lets a government state fewer of its own than its territory has, never more', () => {
    expect(failed(check({ narrative: [one('ownLevelNew', 17)] }))).toEqual([]);
    expect(failed(check({ narrative: [one('ownLevelNew', 14070)] }))).toEqual(['V8']);
  });

  it('compares nothing with a blank or with what is not shown', () => {
    const total = cell3('new', 'total');
    const status = (context: Partial<RuleContext>) => resultOf(check(context), 'V8').status;
    expect(
      status(
        published(
          withFigure(GOLDEN, total, () => null),
          [one('new', 3)],
        ),
      ),
    ).toBe('passed');
    expect(status(published({ ...GOLDEN, table3: null }, [one('new', 3), one('other', 4)]))).toBe('passed');
    expect(status(published({ ...GOLDEN, table4: null }, [one('reviews', 3)]))).toBe('passed');
    expect(status(published(GOLDEN, []))).toBe('not-applicable');
    expect(status({ narrative: null })).toBe('not-applicable');
  });

  it('compares nothing with a sum of which a part is unknown, in a report made here', () => {
    const figures = withFigure(GOLDEN, cell3('refused.stateSecret', 'total'), () => null);
    const status = (context: Partial<RuleContext>) => resultOf(check(context), 'V8').status;
    expect(status({ figures, narrative: [one('refused', 1)] })).toBe('passed');
    expect(status(published(figures, [one('refused', 1)]))).toBe('failed');
  });

  describe('where the text gives a figure different values', () => {
    const v8 = (narrative: readonly NarrativeFigure[], origin: 'computed' | 'published') =>
      resultOf(check({ ...(origin === 'published' ? published(GOLDEN, narrative) : {}), narrative }), 'V8');
    const right = { key: 'new', value: 14069, sentence: '全区收到14069件。' } as const;
    const part = { key: 'new', value: 17, sentence: '收到17件。' } as const;

    it('fails in a report made here, quoting the sentence that is wrong', () => {
      const { status, findings } = v8([right, part], 'computed');
      expect([status, findings.map(({ message }) => message)]).toEqual([
        'failed',
        ['文字“收到17件。”载明 17，而一、本年新收政府信息公开申请数量为 14069'],
      ]);
    });

    it('neither passes nor fails a published report of which one value is right: it quotes both', () => {
      expect(v8([right, part], 'published')).toMatchObject({
        status: 'not-applicable',
        reason:
          '文字多处写明的一、本年新收政府信息公开申请数量不同，其中有与表一致的，不能判断：“全区收到14069件。”载明 14069，“收到17件。”载明 17',
      });
    });

    it('fails a published report of which none is right, with every sentence', () => {
      const { status, findings } = v8([part, { ...part, value: 18, sentence: '收到18件。' }], 'published');
      expect([status, findings.length]).toEqual(['failed', 2]);
    });

    it('fails on another figure all the same', () => {
      const { status, findings, reason } = v8([right, part, one('suits', 5)], 'published');
      expect([status, findings.length, reason]).toEqual(['failed', 1, expect.stringContaining('收到17件')]);
    });
  });

  it('reads （六） as one row where the report prints it so', () => {
    const { 'other.overdueCorrection': a, 'other.overdueFee': b, 'other.other': c, ...rest } = GOLDEN.table3!;
    const all = a!.map((value, index) => value! + b![index]! + c![index]!);
    const figures = { ...GOLDEN, table3: { ...rest, 'other.all': all } };
    expect(failed(check(published(figures, [one('other', 1486)])))).toEqual([]);
    expect(failed(check(published(figures, [one('other', 1485)])))).toEqual(['V8']);
  });

  it('compares section 一 with the register', () => {
    const categories = [{ category: '最新动态', count: 102 }];
    const published = { total: 304, channels: [{ channel: '网站', count: 124, categories }] };
    const figures = { ...GOLDEN, published };
    const status = (stated: NarrativeFigure) => resultOf(check({ figures, narrative: [stated] }), 'V8').status;
    expect(status(one('publishedTotal', 304))).toBe('passed');
    expect(status(one('publishedTotal', 305))).toBe('failed');
    expect(status(one(publishedKey('网站'), 123))).toBe('failed');
    expect(status(one(publishedKey('网站', '最新动态'), 102))).toBe('passed');
    expect(status(one(publishedKey('网站', '最新动态'), 103))).toBe('failed');
  });
});

describe('V9, fees', () => {
  it('compares the text of a published report with its row only', () => {
    const status = (...stated: readonly NarrativeFigure[]) => resultOf(check(published(GOLDEN, stated)), 'V9').status;
    expect(status()).toBe('not-applicable');
    expect(status(one('feePaidFen', 40_000))).toBe('passed');
    expect(status(one('overdueFee', 203))).toBe('passed');
    expect(status(one('overdueFee', 202))).toBe('failed');
    expect(status(one('feeNotices', 0))).toBe('failed');
    expect(status(one('feeNotices', 1))).toBe('passed');
  });

  it('has no row in the 2019 form', () => {
    const old: ReportFigures = { ...GOLDEN, form: '2019', table3: { 'other.all': [0, 0, 0, 0, 0, 0, 0] } };
    expect(resultOf(check({ figures: old, narrative: [] }), 'V9').status).toBe('passed');
  });
});

describe('V11, suits without reconsideration', () => {
  it('fails with the cases that it is given, from 2024 on', () => {
    const directSuits = [{ message: '案件 case-1', cells: [], caseIds: ['case-1'] }];
    expect(failed(check({ directSuits }))).toEqual(['V11']);
    expect(resultOf(check({ directSuits, figures: { ...GOLDEN, year: 2023 } }), 'V11').status).toBe('not-applicable');
    expect(resultOf(check({ directSuits: null }), 'V11').status).toBe('not-applicable');
  });
});

describe('N1 and N2, the words themselves', () => {
  it('name overrides whose figures changed, and drafts left', () => {
    const stale = { sentence: 'applications.received', then: '新收1件。', now: '新收2件。' };
    const gone = { ...stale, now: null };
    const words = { staleOverrides: [stale, gone], drafts: ['（四）平台建设'] };
    expect(findingsOf(check({ words })).map(({ rule, message }) => [rule, message])).toEqual([
      ['N1', '改写的句子 applications.received：改写时自动生成的是“新收1件。”，现在是“新收2件。”'],
      ['N1', '改写的句子 applications.received：改写时自动生成的是“新收1件。”，现在已没有这一句'],
      ['N2', '（四）平台建设：沿用自上年，尚未确认'],
    ]);
    expect(resultOf(check({ words: null }), 'N1').status).toBe('not-applicable');
    expect(resultOf(check({ words: null }), 'N2').status).toBe('not-applicable');
  });
});
