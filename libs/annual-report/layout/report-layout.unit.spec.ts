import { describe, expect, it } from '@jest/globals';
import { CITY_2025, reportOf } from '../testkit/reports.js';
import { isDraft, statusLabel } from './draft.js';
import { printable, printableLines } from './printable.js';
import { layoutOf } from './report-layout.js';
import { spreadsheetText } from './spreadsheet-text.js';

describe('the layout of a report', () => {
  it('goes down the page in the order of the form', () => {
    const kinds = layoutOf(reportOf(CITY_2025)).blocks.map(({ kind }) => kind);
    expect(kinds).toEqual([
      'paragraph',
      ...['section', ...Array<string[]>(5).fill(['part', 'paragraph']).flat()],
      ...Array<string[]>(3).fill(['section', 'table']).flat(),
      ...['section', 'paragraph', 'paragraph', 'section', 'paragraph', 'signature', 'signature'],
    ]);
  });

  it('breaks the title behind the agency', () => {
    expect(layoutOf(reportOf(CITY_2025)).titleLines).toEqual(['某市人民政府', '2025年政府信息公开工作年度报告']);
    expect(layoutOf(reportOf(CITY_2025, { title: '年度报告' })).titleLines).toEqual(['年度报告']);
    expect(layoutOf(reportOf(CITY_2025, { title: '某市人民政府' })).titleLines).toEqual(['某市人民政府']);
  });

  it('makes each line of a text a paragraph, and leaves the date out as long as there is none', () => {
    const { blocks } = layoutOf(
      reportOf(CITY_2025, { preamble: [{ text: '一。\r\n二。\n三。', origin: 'written' }], signedOn: null }),
    );
    const texts = blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
    expect(texts.slice(0, 3)).toEqual(['一。', '二。', '三。']);
    expect(texts.at(-1)).toBe('某市人民政府');
  });
});

describe('a draft', () => {
  it.each([
    ['of a year that is not closed', { edition: null }, '草稿（本年度尚未结账）'],
    ['that was not issued', { issue: null }, '草稿（尚未定稿）'],
    [
      'with words of last year',
      { preamble: [{ text: '去年的话。', origin: 'draft' as const }] },
      '草稿（含沿用自上年、未确认的文字）',
    ],
  ])('%s says so', (_, over, notice) => {
    const report = reportOf(CITY_2025, over);
    expect([isDraft(report), statusLabel(report), layoutOf(report).draftNotice]).toEqual([true, '草稿', notice]);
  });

  it('is no issued report', () => {
    const report = reportOf(CITY_2025);
    expect([isDraft(report), statusLabel(report), layoutOf(report).draftNotice]).toEqual([false, '第 1 次定稿', null]);
  });
});

describe('a text that is printed', () => {
  it('keeps what documents can hold', () => {
    const text = '“三安全一稳定”𠮷😀 عربي é 1,234.5%';
    expect(printable(text)).toBe(text);
    expect(printableLines('甲\n\n乙\t丙')).toEqual(['甲', '', '乙 丙']);
  });

  it.each([
    '\u0000',
    '\u001B',
    '\u007F',
    '\u0085',
    '\uD800',
    '\uDC00',
    '\u202E',
    '\u2066',
    '\uFEFF',
    '\uFFFE',
    '\u{1FFFF}',
  ])('shows that %j could not be printed', (character) => {
    expect(printable(`甲${character}乙`)).toBe('甲〓乙');
  });
});

describe('a text for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠1'])(
    '%j is not executed',
    (text) => {
      expect(spreadsheetText(text)).toBe(`'${text}`);
    },
  );

  it.each(['', '123.4万元', '某市', "'=1", '一=二'])('%j stays', (text) => {
    expect(spreadsheetText(text)).toBe(text);
  });
});
