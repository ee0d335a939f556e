import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkReport, figureOfKey, type NarrativeKey, type YearFigures } from '#statistics';
import type { ReportText } from '../report/annual-report.js';
import { figuresAndFees } from '../testkit/words.js';
import type { Speaker } from './bodies-named.js';
import { statedFigures } from './stated-figures.js';

const BY: Omit<Speaker, 'year'> = { agencyName: '示例镇人民政府', scope: 'own' };
const YEAR = 2024;

/** Deeds that name no application: only what stands before tells of what they are. */
const BARE: readonly (readonly [NarrativeKey, (value: number) => string])[] = [
  ['resolved', (value) => `办结${String(value)}件`],
  ['granted', (value) => `予以公开${String(value)}件`],
  ['refused', (value) => `不予公开${String(value)}件`],
  ['unable', (value) => `无法提供${String(value)}件`],
  ['carriedOut', (value) => `结转下年度继续办理${String(value)}件`],
];

/** Deeds that name an application, a review or a suit. */
const NAMED: typeof BARE = [
  ['new', (value) => `收到政府信息公开申请${String(value)}件`],
  ['new', (value) => `新收政府信息公开申请${String(value)}件`],
  ['resolved', (value) => `办结申请${String(value)}件`],
  ['reviews', (value) => `被申请行政复议${String(value)}件`],
  ['suits', (value) => `被提起行政诉讼${String(value)}件`],
];

const saying = (text: string): ReportText => ({ preamble: [{ text, origin: 'written' }], sections: [] });

function findings(text: string, figures: YearFigures): number {
  const narrative = statedFigures(saying(text), figures, BY);
  const [lastYear, partition] = [null, null];
  const results = checkReport({ figures, narrative, lastYear, partition, origin: 'computed', scope: 'own' });
  return results.find(({ rule }) => rule === 'V8')!.findings.length;
}

/** Puts words before every deed, with the right figure and with a wrong one of any size. */
function withDeeds(before: string, deeds: typeof BARE, expected: 'judged' | 'not judged'): void {
  fc.assert(
    fc.property(figuresAndFees, fc.constantFrom(...deeds), fc.integer({ min: 1, max: 999 }), (any, deed, wrong) => {
      const figures = { ...any.figures, year: YEAR };
      const [key, say] = deed;
      const right = figureOfKey(key, figures)!.value;
      const found = (value: number) => findings(`${before}${say(value)}。`, figures);
      expect([found(right), found(right + wrong)]).toEqual([0, expected === 'judged' ? 1 : 0]);
    }),
    { numRuns: 60 },
  );
}

const OTHER_MATTERS = [
  '受理12345热线工单50件，',
  '全年接到12345政务服务便民热线转办工单50件，全部按期答复，',
  '接待群众来信来访20批次，',
  '收到信访件20件，',
  '承办人大代表建议4件、政协提案6件，',
  '收到网民留言35条，',
  '办理投诉举报15件，已全部回复；',
  '受理行政许可申请120件，',
  '受理社会救助申请120件，',
  '区长信箱来信',
  '12345热线工单',
];

const OWN_MATTER = [
  '',
  '全年依申请公开工作扎实开展，',
  '受理信访20件，政府信息公开申请登记后交各科室，',
  '加强与12345热线、信访部门的衔接，',
  '受理12345热线工单50件，收到政府信息公开申请后及时登记，',
  '办理建议提案6件。我镇',
  '受理信访20件；政府信息公开申请中，',
  '申请人通过12345热线咨询后提出申请，',
  '对信访举报投诉类申请作出说明，',
  '积极答复群众咨询，',
];

describe('figures of another matter', () => {
  it.each(OTHER_MATTERS)('behind “%s” a deed that names no application is not judged', (before) =>
    withDeeds(before, BARE, 'not judged'),
  );

  it.each(OTHER_MATTERS)('behind “%s” one that names an application is judged all the same', (before) =>
    withDeeds(before, NAMED, 'judged'),
  );

  it.each(OWN_MATTER)('behind “%s” every wrong figure is found', (before) =>
    withDeeds(before, [...BARE, ...NAMED], 'judged'),
  );

  it('behind the official reason that names petitions, the results of applications are judged', () => {
    const figures = { ...fc.sample(figuresAndFees, { numRuns: 1, seed: 1 })[0]!.figures, year: YEAR };
    for (const label of ['信访举报投诉类申请', '信访举报投诉类', '信访、举报、投诉类申请']) {
      const text = `不予处理2件（${label}2件），无法提供9件。`;
      expect(statedFigures(saying(text), figures, BY)).toContainEqual(
        expect.objectContaining({ key: 'unable', value: 9 }),
      );
    }
  });

  it('a figure that reads like the number of the hotline is a figure', () => {
    const figures = { ...fc.sample(figuresAndFees, { numRuns: 1, seed: 1 })[0]!.figures, year: YEAR };
    for (const words of ['办结申请12345件', '办结申请12,345件', '办结12345件'])
      expect(statedFigures(saying(`${words}。`), figures, BY)).toContainEqual(
        expect.objectContaining({ key: 'resolved', value: 12_345 }),
      );
  });

  it.each(['1,234件', '1，234件', '50余件', '1.2万件'])(
    'behind another matter counted as “%s” nothing is judged',
    (count) => {
      const figures = { ...fc.sample(figuresAndFees, { numRuns: 1, seed: 1 })[0]!.figures, year: YEAR };
      expect(statedFigures(saying(`受理12345热线工单${count}，办结1,234件。`), figures, BY)).toEqual([]);
    },
  );

  it('a total applied for elsewhere is none of information', () => {
    const figures = { ...fc.sample(figuresAndFees, { numRuns: 1, seed: 1 })[0]!.figures, year: YEAR };
    expect(statedFigures(saying('收到住房保障申请30件，收到低保申请4件。'), figures, BY)).toEqual([]);
  });
});
