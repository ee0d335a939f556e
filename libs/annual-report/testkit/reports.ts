import type { LocalDate } from '#kernel';
import type { YearFigures } from '#statistics';
import { GOLDEN } from '../../statistics/testkit/golden-report.js';
import { FORMS } from '../forms/forms.js';
import type { AnnualReport, Paragraph, ReportSection } from '../report/annual-report.js';

/** Figures of a city in the 2021 form, up to eight digits long. */
export const CITY_2025: YearFigures = {
  ...(GOLDEN as YearFigures),
  agency: 'city',
  published: { total: 12_345, channels: [{ channel: '网站', count: 12_345, categories: [] }] },
};

const documents = { madeNew: 12, publishedNew: 12, publishedTotal: null };
const inventory = { itemsLastYear: 1_234_567, change: -12, decisions: 7 };
const { 'other.overdueCorrection': _, 'other.overdueFee': __, 'other.other': ___, ...shared } = CITY_2025.table3;

/** The same in the 2019 form, with a blank, a decrease, and an amount in words. */
export const CITY_2020: YearFigures = {
  ...CITY_2025,
  year: 2020,
  form: '2019',
  table2: {
    regulations: documents,
    normativeDocuments: { ...documents, publishedTotal: 845 },
    licensing: inventory,
    otherServices: { ...inventory, change: 0 },
    penalty: inventory,
    coercion: inventory,
    fees: { itemsLastYear: 4, change: 0 },
    procurement: { projects: 2, amountText: '123.4万元' },
  },
  table3: { ...shared, 'other.all': [1458, 20, 0, 2, 3, 3, 1486] },
};

const written = (text: string): Paragraph => ({ text, origin: 'written' });
const generated = (text: string): Paragraph => ({ text, origin: 'generated' });

/** A report on figures with text in every section; published unless `over` says otherwise. */
export function reportOf(figures: YearFigures, over: Partial<AnnualReport> = {}): AnnualReport {
  const { year } = figures;
  return {
    title: `某市人民政府${String(year)}年政府信息公开工作年度报告`,
    agency: figures.agency,
    agencyName: '某市人民政府',
    year,
    scope: 'own',
    period: { from: `${String(year)}-01-01` as LocalDate, to: `${String(year)}-12-31` as LocalDate },
    signedOn: `${String(year + 1)}-01-20` as LocalDate,
    edition: { number: 1, digest: '9407adccd4bd2f6d2a8a358c9356feb154a22495a2d7df2e7615a6dbf31ea344' },
    issue: { number: 1, on: `${String(year + 1)}-01-20` as LocalDate },
    preamble: [
      written(
        `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，特向社会公布本机关${String(year)}年政府信息公开工作年度报告。` +
          `本报告所列数据的统计期限自${String(year)}年1月1日起，至${String(year)}年12月31日止。`,
      ),
    ],
    sections: sections(figures),
    figures,
    feeDecimals: 4,
    ...over,
  };
}

function sections(figures: YearFigures): readonly ReportSection[] {
  const [one, two, three, four, five, six] = FORMS[figures.form].sections;
  const fromTables =
    '本年新收政府信息公开申请14069件，上年结转560件；办结13810件，其中予以公开5548件、部分公开2168件，结转下年度继续办理819件。';
  const plain = (...paragraphs: readonly Paragraph[]) => [{ heading: null, paragraphs }];
  return [
    {
      title: one,
      parts: [
        {
          heading: '（一）主动公开',
          paragraphs: [generated('全年通过各类渠道主动公开政府信息12345条，其中门户网站12345条。')],
        },
        { heading: '（二）依申请公开', paragraphs: [generated(fromTables)] },
        {
          heading: '（三）政府信息管理',
          paragraphs: [
            written(
              '严格执行政府信息公开保密审查制度，坚持“先审查、后公开”“一事一审”，对现行有效的行政规范性文件实行动态管理；' +
                '全年开展信息巡查24次，整改错漏信息36条。',
            ),
          ],
        },
        { heading: '（四）平台建设', paragraphs: [written('优化门户网站政府信息公开专栏，完善检索、下载等功能。')] },
        {
          heading: '（五）监督保障',
          paragraphs: [written('组织全市政务公开业务培训2次，未发生因政府信息公开被追究责任的情形。')],
        },
      ],
      table: null,
    },
    { title: two, parts: [], table: 2 },
    { title: three, parts: [], table: 3 },
    { title: four, parts: [], table: 4 },
    {
      title: five,
      parts: plain(
        written('存在的主要问题：一是政策解读形式较为单一；二是部分单位公开不够及时。'),
        written('改进情况：丰富解读形式，提高图解、视频解读的比例；每季度通报各单位公开情况，督促整改。'),
      ),
      table: null,
    },
    {
      title: six,
      parts: plain(generated('本年度本机关依申请提供政府信息，未收取信息处理费。')),
      table: null,
    },
  ];
}
