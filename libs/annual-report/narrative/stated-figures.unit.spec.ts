import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkReport,
  figureOfKey,
  type FeeFigures,
  type NarrativeFigure,
  type NarrativeKey,
  type RuleContext,
  type YearFigures,
} from '#statistics';
import type { ReportText } from '../report/annual-report.js';
import { figuresAndFees, reportOf } from '../testkit/words.js';
import { yearFigures } from '../testkit/year-figures.js';
import { generatedSentences } from './generated-sentences.js';
import { statedFigures } from './stated-figures.js';

const FIGURES = { ...fc.sample(yearFigures, { numRuns: 1, seed: 1 })[0]!, published: { total: 0, channels: [] } };
/** A report of nothing but this text, in its preamble. */
const saying = (text: string): ReportText => ({
  preamble: [{ text, origin: 'written' }],
  sections: [],
});
const TOWN = { agencyName: '示例镇人民政府', scope: 'own' } as const;
const read = (text: string, figures: YearFigures = FIGURES) =>
  statedFigures(saying(text), figures, TOWN).map(({ key, value }) => [key, value]);

const failing = (figures: YearFigures, fees: FeeFigures, narrative: readonly NarrativeFigure[]) => {
  const context: RuleContext = {
    figures,
    fees,
    narrative,
    lastYear: null,
    partition: null,
    origin: 'computed',
    scope: 'own',
  };
  return checkReport(context).filter(({ rule, status }) => ['V8', 'V9'].includes(rule) && status === 'failed');
};

describe('figures that the text states', () => {
  it('are, of generated sentences, the figures that they were generated from', () => {
    fc.assert(
      fc.property(figuresAndFees, ({ figures, fees }) => {
        const stated = statedFigures(reportOf(figures, { fees }), figures, TOWN);
        expect(failing(figures, fees, stated)).toEqual([]);
        const expected = generatedSentences(figures, fees).flatMap((one) => one.figures);
        for (const { key, value } of stated) expect(expected).toContainEqual({ figure: key, value });
        const keys = new Set<string>(stated.map(({ key }) => key));
        const unread = expected.filter(({ figure, value }) => value > 0 && !keys.has(figure));
        // Labels that stand for several counts are not read, and an amount is not said where there was no notice.
        expect(unread.filter(({ figure }) => !figure.startsWith('published:') && figure !== 'feeNoticedFen')).toEqual(
          [],
        );
      }),
    );
  });

  it('catch every digit that is changed in a generated sentence: V8 or V9 fails', () => {
    const place = fc.record({ sentence: fc.nat(99), digit: fc.nat(99), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(figuresAndFees, place, ({ figures, fees }, { sentence, digit, by }) => {
        const published = {
          total: 7,
          channels: [{ channel: '网站', count: 7, categories: [{ category: null, count: 7 }] }],
        };
        const whole = { ...figures, published };
        const texts = generatedSentences(whole, fees).map(({ text }) => text);
        const text = texts[sentence % texts.length]!;
        const digits = [...text.matchAll(/\d/gu)].map((match) => match.index);
        if (digits.length === 0) return;
        const at = digits[digit % digits.length]!;
        const other = String((Number(text[at]) + by) % 10);
        const mutated = text.slice(0, at) + other + text.slice(at + 1);
        expect(failing(whole, fees, statedFigures(saying(mutated), whole, TOWN))).toHaveLength(1);
      }),
    );
  });

  it.each<[string, readonly unknown[]]>([
    ['本年度新收政府信息公开申请２１件。', [['new', 21]]],
    ['本年度新收政府信息公开申请 1,234 件。', [['new', 1234]]],
    [
      '办结申请3件，其中不予公开2件，予以公开1件。',
      [
        ['resolved', 3],
        ['granted', 1],
        ['refused', 2],
      ],
    ],
    ['实际收取400.5元。', [['feePaidFen', 40_050]]],
    ['去年新收政府信息公开申请5件。今年无上年结转申请。', [['carriedIn', 0]]],
    ['2022年新收政府信息公开申请5件。2023年，新收政府信息公开申请6件！', [['new', 6]]],
    ['新收政府信息公开申请21件，同比增加3件。', [['new', 21]]],
    ['去年收到政府信息公开申请5件，今年收到政府信息公开申请6件。', [['new', 6]]],
    [
      '全年共收到政府信息公开申请30件，办结35件。',
      [
        ['new', 30],
        ['resolved', 35],
      ],
    ],
    [
      '全年收到政府信息公开申请30件，收到政府信息公开申请31件。',
      [
        ['new', 30],
        ['new', 31],
      ],
    ],
    ['予以公开5件，其中自然人予以公开3件。', [['granted', 5]]],
    ['收到政府信息公开申请5件，其中区本级收到申请2件，各镇收到申请3件。', [['new', 5]]],
    ['各项工作有序开展。', []],
  ])('are read from %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('are taken for 受理 only where nothing was carried in', () => {
    const carried = (total: number): YearFigures => ({
      ...FIGURES,
      table3: { ...FIGURES.table3, carriedIn: [total, 0, 0, 0, 0, 0, total] },
    });
    expect(read('全年受理政府信息公开申请30件。', carried(0))).toEqual([['new', 30]]);
    expect(read('全年受理政府信息公开申请30件。', carried(2))).toEqual([]);
  });

  it.each<[string, (value: number) => string]>([
    ['new', (value) => `全年共收到政府信息公开申请${String(value)}件。`],
    ['new', (value) => `镇政府今年接到依申请公开${String(value)}宗。`],
    ['carriedOut', (value) => `尚有申请转入下年度办理${String(value)}件。`],
    ['granted', (value) => `全部公开的${String(value)}件。`],
    ['unable', (value) => `无法提供的共${String(value)}件。`],
    ['reviews', (value) => `引发行政复议案件${String(value)}件。`],
    ['suits', (value) => `引发行政诉讼案${String(value)}起。`],
  ])('catch %s in free text beside the generated sentences, whatever the wrong figure is', (key, sentence) => {
    fc.assert(
      fc.property(figuresAndFees, fc.integer({ min: 1, max: 999 }), ({ figures, fees }, by) => {
        const right = figureOfKey(key as NarrativeKey, figures)!.value;
        const judged = (value: number) => {
          const generated = reportOf(figures, { fees });
          const words = { ...generated, preamble: saying(sentence(value)).preamble };
          return failing(figures, fees, statedFigures(words, figures, TOWN));
        };
        expect(judged(right)).toEqual([]);
        expect(judged(right + by).map(({ rule }) => rule)).toEqual(['V8']);
        expect(judged(right + by)[0]!.findings).toHaveLength(1);
        expect(judged(right + by)[0]!.findings[0]!.message).toContain(sentence(right + by));
      }),
      { numRuns: 30 },
    );
  });

  it('are read under the labels of the register, unless a label stands for two counts', () => {
    const own = { channel: '公众号', count: 3, categories: [{ category: '动态', count: 3 }] };
    const other = { channel: '网站', count: 4, categories: [{ category: '动态', count: 4 }] };
    const figures = { ...FIGURES, published: { total: 7, channels: [own, other] } };
    expect(read('公众号3条（动态3条），网站5条（动态4条）。', figures)).toEqual([
      ['published:["公众号"]', 3],
      ['published:["网站"]', 5],
    ]);
  });
});
