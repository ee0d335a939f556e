import { read } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { renderHtml, reportJsonSchema, renderJson, type AnnualReport } from '#annual-report';
import { CITY_2025, reportOf } from '../../annual-report/testkit/reports.js';
import { pdfPages } from './pdf/pdf-pages.testkit.js';
import { writePdf } from './pdf/write-pdf.js';
import { writeDocx } from './docx/write-docx.js';
import { writeXlsx } from './xlsx/write-xlsx.js';

const TOWN = { agency: 'town', name: '某镇人民政府' };
const BUREAU = { agency: 'bureau', name: '某局' };
const GAPS = {
  missing: [TOWN],
  notClosed: [BUREAU],
  undecided: [TOWN],
  unknown: [
    { cell: 'table3/new/total', label: '一、本年新收“总计”', of: [TOWN] },
    { cell: 'table3/carriedOut/naturalPerson', label: '四、结转下年度“自然人”', of: [BUREAU] },
    { cell: 'table3/carriedOut/total', label: '四、结转下年度“总计”', of: [BUREAU] },
    { cell: 'table4/review/total', label: '行政复议“总计”', of: [BUREAU] },
  ],
  sectionOne: [TOWN],
};
const { published: _, ...FIGURES } = CITY_2025;
const DRAFT = reportOf(CITY_2025, { scope: 'region', edition: null, issue: null, figures: FIGURES, gaps: GAPS });
const NOTICES = [
  '草稿（本地区汇总，数字不全或尚未确定）',
  '没有数字的成员：某镇人民政府',
  '尚未结账、按现有数字汇总的成员：某局',
  '已导入报告、本系统又有办件或台账，未定以哪个为准而按导入的报告汇总的成员：某镇人民政府',
  '因某镇人民政府的数字不明，下列各表中1栏未知，留为空白',
  '因某局的数字不明，下列各表中3栏未知，留为空白：四、结转下年度“自然人”等2栏；行政复议“总计”',
  '未载明主动公开条数的成员：某镇人民政府',
];

const ISSUED = { edition: { number: 1, digest: 'a'.repeat(64) }, issue: { number: 1, on: '2026-01-20' } } as const;

/** All text of a report in each kind of file, without blanks. */
const TEXTS: Readonly<Record<string, (report: AnnualReport) => Promise<string>>> = {
  html: (report) => Promise.resolve(renderHtml(report).replaceAll(/<[^>]*>/g, '\n')),
  docx: async (report) => (await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(report)) })).value,
  pdf: async (report) => (await pdfPages(await writePdf(report))).flatMap(({ lines }) => lines.flat()).join(''),
  xlsx: async (report) => JSON.stringify(read(await writeXlsx(report)).Sheets).replaceAll('\\"', '"'),
};

describe('a report of a scope that lacks figures', () => {
  it.each(Object.keys(TEXTS))('says so at its head, as %s', async (format) => {
    const text = (await TEXTS[format]!(DRAFT)).replaceAll(/\s/g, '');
    for (const notice of NOTICES) expect(text).toContain(notice);
    expect(text.indexOf(NOTICES[1]!)).toBeLessThan(text.indexOf('第二十条'));
  });

  it('tells machines which, and that section 一 is unknown', () => {
    expect(reportJsonSchema.parse(JSON.parse(renderJson(DRAFT)))).toMatchObject({ gaps: GAPS, published: null });
  });

  it('says of one that was issued all the same what is blank, and is no draft', () => {
    const html = renderHtml({ ...DRAFT, ...ISSUED });
    for (const notice of NOTICES.slice(1, 4)) expect(html).toContain(notice);
    expect(html).not.toContain('草稿');
    expect(html).not.toContain('未载明');
  });
});
