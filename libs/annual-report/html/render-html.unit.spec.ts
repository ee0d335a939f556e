import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'parse5';
import { anyFiguresOfAnyForm } from '../testkit/any-report.js';
import { differences } from '../testkit/differences.js';
import { elements, tablesOfHtml, textOf } from '../testkit/html-tables.js';
import { CITY_2020, CITY_2025, reportOf } from '../testkit/reports.js';
import { hostileReport, HOSTILE_TEXTS } from '../testkit/hostile.js';
import { renderHtml } from './render-html.js';

describe('a report as HTML', () => {
  it.each([CITY_2025, CITY_2020])('shows every figure of the form of $form in its place', (figures) => {
    expect(differences(figures, tablesOfHtml(renderHtml(reportOf(figures))))).toEqual([]);
  });

  it('shows any figures, and a blank for one that nobody recorded', () => {
    fc.assert(
      fc.property(anyFiguresOfAnyForm, (figures) => {
        expect(differences(figures, tablesOfHtml(renderHtml(reportOf(figures))))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('has the check sentence verbatim, heads that repeat, groups merged as in the form', () => {
    const html = renderHtml(reportOf(CITY_2025));
    const [, three = []] = tablesOfHtml(html);
    expect(three[0]?.[0]).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
    expect(three.slice(7, 15).map((line) => line[1])).toEqual(Array(8).fill('（三）不予公开'));
    expect(three.slice(5, 27).map((line) => line[0])).toEqual(Array(22).fill('三、本年度办理结果').slice(0, 22));
    expect(elements(parse(html), 'thead').map((head) => elements(head, 'tr').length)).toEqual([3, 3]);
  });

  it('puts the sections in order, with their parts, and who reports under them', () => {
    const headings = elements(parse(renderHtml(reportOf(CITY_2025))), 'h1', 'h2', 'h3').map(textOf);
    expect(headings).toEqual([
      '某市人民政府2025年政府信息公开工作年度报告',
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）平台建设',
      '（五）监督保障',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
    const last = elements(parse(renderHtml(reportOf(CITY_2025))), 'p')
      .map(textOf)
      .slice(-2);
    expect(last).toEqual(['某市人民政府', '2026年1月20日']);
  });

  it('is one file that fetches nothing and runs nothing', () => {
    const html = renderHtml(hostileReport(CITY_2020));
    expect(elements(parse(html), 'script', 'link', 'img', 'iframe', 'a')).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|https?:/);
  });

  it('keeps hostile texts as texts', () => {
    const text = textOf(parse(renderHtml(hostileReport(CITY_2020))));
    for (const { printed } of HOSTILE_TEXTS) expect(text).toContain(printed);
  });

  it('marks a draft, and each paragraph that waits for confirmation', () => {
    const html = renderHtml(reportOf(CITY_2025, { preamble: [{ text: '去年的话。', origin: 'draft' }] }));
    expect(html).toContain('<title>【草稿】');
    expect(elements(parse(html), 'p').map(textOf)).toContain('【草稿】去年的话。');
    expect(renderHtml(reportOf(CITY_2025, { edition: null }))).toContain('草稿（本年度尚未结账）');
    expect(renderHtml(reportOf(CITY_2025))).not.toContain('草稿');
  });
});
