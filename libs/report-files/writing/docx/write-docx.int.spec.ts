import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import type { AnnualReport } from '#annual-report';
import { anyFiguresOfAnyForm } from '../../../annual-report/testkit/any-report.js';
import { differences } from '../../../annual-report/testkit/differences.js';
import { HOSTILE_TEXTS, hostileReport } from '../../../annual-report/testkit/hostile.js';
import { elements, tablesOfHtml, textOf } from '../../../annual-report/testkit/html-tables.js';
import { CITY_2020, CITY_2025, reportOf } from '../../../annual-report/testkit/reports.js';
import { writeDocx } from './write-docx.js';

const htmlOf = async (report: AnnualReport) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(await writeDocx(report)) })).value;

const partOf = async (report: AnnualReport, path: string) =>
  strFromU8(unzipSync(await writeDocx(report))[path] ?? new Uint8Array());

describe('a report as DOCX', () => {
  it.each([CITY_2025, CITY_2020])('shows every figure of the form of $form in its place', async (figures) => {
    expect(differences(figures, tablesOfHtml(await htmlOf(reportOf(figures))))).toEqual([]);
  });

  it('shows any figures, and a blank for one that nobody recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiguresOfAnyForm, async (figures) => {
        expect(differences(figures, tablesOfHtml(await htmlOf(reportOf(figures))))).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('has the headings of the form as headings, and merged labels', async () => {
    const html = await htmlOf(reportOf(CITY_2025));
    expect(elements(parse(html), 'h1', 'h2').map(textOf)).toEqual(
      expect.arrayContaining(['一、总体情况', '（五）监督保障', '三、收到和处理政府信息公开申请情况']),
    );
    const [, three = []] = tablesOfHtml(html);
    expect(three[0]?.[0]).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    expect(three.slice(5, 27).map((line) => line[0])).toEqual(Array(22).fill('三、本年度办理结果'));
  });

  it('repeats heads, splits no row, names Chinese typefaces', async () => {
    const xml = await partOf(reportOf(CITY_2025), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(6);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)?.length ?? 0);
    expect(await partOf(reportOf(CITY_2025), 'word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"');
  });

  it('is dated by the report, not by the day of writing', async () => {
    const core = await partOf(reportOf(CITY_2025), 'docProps/core.xml');
    expect(core.match(/2026-01-20T00:00:00\.000Z/g)).toHaveLength(2);
  });

  it('keeps hostile texts as texts', async () => {
    const text = textOf(parse(await htmlOf(hostileReport(CITY_2020))));
    for (const { printed } of HOSTILE_TEXTS) expect(text).toContain(printed);
  });

  it('marks a draft on every page', async () => {
    const draft = reportOf(CITY_2025, { edition: null });
    expect(await htmlOf(draft)).toContain('草稿（本年度尚未结账）');
    expect(await partOf(draft, 'word/header1.xml')).toContain('草稿（本年度尚未结账）');
    expect(await htmlOf(reportOf(CITY_2025))).not.toContain('草稿');
  });
});
