import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkReport, figureOfKey, type FeeFigures, type NarrativeKey, type YearFigures } from '#statistics';
import type { ReportText } from '../report/annual-report.js';
import { figuresAndFees } from '../testkit/words.js';
import type { Speaker } from './bodies-named.js';
import { statedFigures } from './stated-figures.js';

type By = Omit<Speaker, 'year'>;
const TOWN: By = { agencyName: '示例镇人民政府', scope: 'own' };
const BUREAU: By = { agencyName: '示例区教育局', scope: 'own' };
const district = (scope: By['scope']): By => ({ agencyName: '示例区人民政府', scope });

/** A year that no sentence below names. */
const YEAR = 2024;

/** What was done, in words that both readers understand; a wrong figure in any is found where the speaker did it. */
const DEEDS: readonly (readonly [NarrativeKey, (value: number) => string])[] = [
  ['new', (value) => `收到政府信息公开申请${String(value)}件`],
  ['new', (value) => `新收政府信息公开申请${String(value)}件`],
  ['resolved', (value) => `办结申请${String(value)}件`],
  ['carriedOut', (value) => `结转下年度继续办理${String(value)}件`],
  ['refused', (value) => `不予公开${String(value)}件`],
  ['reviews', (value) => `被申请行政复议${String(value)}件`],
  ['suits', (value) => `被提起行政诉讼${String(value)}件`],
];

const saying = (text: string): ReportText => ({ preamble: [{ text, origin: 'written' }], sections: [] });

/** What V8 and V9 find in a text. */
function findings(text: string, figures: YearFigures, fees: FeeFigures, by: By): number {
  const narrative = statedFigures(saying(text), figures, by);
  const [lastYear, partition] = [null, null];
  const results = checkReport({ figures, fees, narrative, lastYear, partition, origin: 'computed', scope: by.scope });
  return results.filter(({ rule }) => ['V8', 'V9'].includes(rule)).flatMap((one) => one.findings).length;
}

/** Puts a subject before every deed, with a wrong figure of any size. */
function withEveryDeed(subject: string, by: By, expected: 'judged' | 'not judged'): void {
  fc.assert(
    fc.property(figuresAndFees, fc.constantFrom(...DEEDS), fc.integer({ min: 1, max: 999 }), (any, deed, wrong) => {
      const figures = { ...any.figures, year: YEAR };
      const [key, say] = deed;
      const right = figureOfKey(key, figures)!.value;
      const found = (value: number) => findings(`${subject}${say(value)}。`, figures, any.fees, by);
      expect([found(right), found(right + wrong)]).toEqual([0, expected === 'judged' ? 1 : 0]);
    }),
    { numRuns: 60 },
  );
}

describe('a sentence of which another is the subject is not judged', () => {
  it.each([
    '指导乡镇',
    '我镇指导各村',
    '督促有关部门及时',
    '由区政府统一',
    '全区',
    '2024年，全区共',
    '全区各部门',
    '全市各级行政机关全年',
    '各村（社区）',
    '上级机关',
    '区教育局',
    '示例区人民政府',
    '邻镇人民政府今年',
    '其中区本级',
    '我区',
    '各村通过网站',
    '各村经向我镇报备后共',
    '去年',
    '2023年，我镇',
    '2021至2023年，我镇累计',
    '近三年我镇共',
    '上半年，我镇',
    '上年度我镇',
    '1—6月我镇',
    '自2023年以来，我镇累计',
  ])('in the report of a town: %s…', (subject) => withEveryDeed(subject, TOWN, 'not judged'));

  it.each(['区政府', '我区', '全区', '下属学校', '区卫生健康委员会', '指导各学校'])(
    'in that of a bureau: %s…',
    (subject) => withEveryDeed(subject, BUREAU, 'not judged'),
  );

  it.each<[By['scope'], string]>([
    ['own', '全区'],
    ['own', '区本级'],
    ['own', '示例镇人民政府'],
    ['level', '全区'],
    ['level', '各乡镇'],
    ['level', '本机关'],
    ['region', '区本级'],
    ['region', '全市'],
    ['region', '各乡镇'],
    ['region', '区教育局'],
    ['region', '本单位'],
  ])('in that of a district on its %s: %s…', (scope, subject) => withEveryDeed(subject, district(scope), 'not judged'));

  it('goes on in clauses without a subject of their own, until there is one', () => {
    const figures = (text: string) => statedFigures(saying(text), FIGURES, TOWN).map(({ key, value }) => [key, value]);
    expect(figures('指导乡镇收到申请3件，办结申请3件。')).toEqual([]);
    expect(figures('全区：收到政府信息公开申请30件；办结申请28件。')).toEqual([]);
    expect(figures('全区收到政府信息公开申请30件，其中我镇收到政府信息公开申请5件，办结申请4件。')).toEqual([
      ['resolved', 4],
      ['new', 5],
    ]);
    expect(figures('去年收到申请9件，今年收到申请5件。全区办结申请30件。我镇办结申请4件。')).toEqual([
      ['new', 5],
      ['resolved', 4],
    ]);
  });
});

const FIGURES: YearFigures = { ...fc.sample(figuresAndFees, { numRuns: 1, seed: 1 })[0]!.figures, year: YEAR };

describe('a sentence about oneself is judged, whoever else is named in it', () => {
  it.each([
    '',
    '我镇',
    '全镇',
    '全年我镇共',
    '本机关',
    '镇政府',
    '示例镇人民政府2024年度共',
    '2024年，我镇',
    '截至12月31日，',
    '2024年1月1日至2024年12月31日，',
    '在区政府办公室指导下，我镇',
    '在上级部门的指导下，',
    '按照上级部门要求，全年',
    '经区政府批准，',
    '会同各部门',
    '我镇积极指导各村规范公开，全年',
    '各部门高度重视政务公开工作，',
    '全区政务公开工作会议以来，我镇',
    '通过政府网站',
    '各村向我镇反映情况；我镇',
    '去年制度进一步完善，今年我镇',
    '与去年相比，',
    '1月至12月，我镇',
  ])('in the report of a town: %s…', (subject) => withEveryDeed(subject, TOWN, 'judged'));

  it.each([
    '我局',
    '区教育局',
    '教育局全年',
    '区教局',
    '本单位',
    '示例区教育局',
    '配合各学校',
    '按照全区统一部署，我局',
  ])('in that of a bureau: %s…', (subject) => withEveryDeed(subject, BUREAU, 'judged'));

  it.each<[By['scope'], string]>([
    ['own', '区政府'],
    ['own', '我区'],
    ['level', '区本级'],
    ['region', '全区'],
    ['region', '2024年，全区共'],
    ['region', '全区各部门、各乡镇'],
    ['region', '我区'],
    ['region', ''],
  ])('in that of a district on its %s: %s…', (scope, subject) => withEveryDeed(subject, district(scope), 'judged'));

  it.each(['全区', '我区', '开发区管委会', '本单位'])('in that of a body whose name tells no kind: %s…', (subject) =>
    withEveryDeed(subject, { agencyName: '示例经济开发区管委会', scope: 'own' }, 'judged'),
  );

  it('goes on where a clause without a subject follows, and knows the office that speaks for its government', () => {
    const figures = (text: string) =>
      statedFigures(saying(text), FIGURES, district('own')).map(({ key, value }) => [key, value]);
    expect(figures('我区各部门高度重视，收到政府信息公开申请5件；办结申请4件。')).toEqual([
      ['resolved', 4],
      ['new', 5],
    ]);
    expect(figures('区政府办公室代表区政府收到政府信息公开申请17件。')).toEqual([['ownLevelNew', 17]]);
  });

  it('is, among other things, what a channel is called', () => {
    const channel = { channel: '各部门网站', count: 3, categories: [{ category: null, count: 3 }] };
    const figures = { ...FIGURES, published: { total: 3, channels: [channel] } };
    const stated = statedFigures(
      saying('主动公开政府信息3条，其中各部门网站3条，新收政府信息公开申请5件。'),
      figures,
      TOWN,
    );
    expect(stated.map(({ key, value }) => [key, value])).toEqual([
      ['publishedTotal', 3],
      ['new', 5],
      ['published:["各部门网站"]', 3],
    ]);
  });
});
