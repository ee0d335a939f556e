import { describe, expect, it } from '@jest/globals';
import { TABLE3_ROW_LABELS } from '#statistics';
import { FORMS } from '../forms/forms.js';
import type { Block } from './document.js';
import { readPublishedReport } from './read-published-report.js';
import { Choices } from './testkit/choices.js';
import { cellAt, distinct, PLAIN, rowsText, table3Of, tabled } from './testkit/distinct-report.js';
import { documentOfHtml, documentOfText } from './testkit/document-of.js';
import { line, randomGrids } from './testkit/grid-layouts.js';
import { randomReport } from './testkit/random-report.js';

const read = (text: string) => readPublishedReport(documentOfText(text));
const readBlocks = (blocks: readonly Block[]) => readPublishedReport({ blocks });

describe('a workbook', () => {
  it('with all tables on one sheet is read', () => {
    const report = distinct();
    const table2 = FORMS['2021'].table2.flatMap(({ item, heads, rows }) => [
      [item],
      heads,
      ...rows.map(({ label, columns }) => [label, ...columns.map((_, at) => String(at + 1))]),
    ]);
    const table3 = [...report.table3].map(([row, values]) => [TABLE3_ROW_LABELS[row], ...values.map(String)]);
    const heads3 = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const rows = [
      ['二、主动公开政府信息情况'],
      ...table2,
      ['三、收到和处理政府信息公开申请情况'],
      ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', ...heads3],
      ...table3,
      ['四、政府信息公开行政复议、行政诉讼情况'],
      [...report.table4.map(String)],
    ];
    const cells = rows.flatMap((texts, row) => texts.map(cellAt(row)));
    const found = readBlocks([{ kind: 'grid', cells, place: '工作表“Sheet1”' }]);
    expect(found).toMatchObject({ form: '2021', table3: table3Of(report), unread: [] });
    expect(found.table2).toMatchObject({ regulations: { made: 1, repealed: 2, inForce: 3 }, fees: { amount10k: 1 } });
    expect(found.table4).toEqual({
      review: [1, 2, 3, 4, 5],
      suitDirect: [6, 7, 8, 9, 10],
      suitAfterReview: [11, 12, 13, 14, 15],
    });
  });

  it('with table 3 before table 2 is read, whatever the numbers of the sections', () => {
    const report = randomReport(new Choices(3), 'none');
    const grids = randomGrids(report, PLAIN, new Choices(8));
    const found = readBlocks([
      ...grids,
      line('七、主动公开政府信息情况'),
      ...[
        '第二十条第（五）项',
        '信息内容 本年处理决定数量',
        '行政许可 97',
        '第二十条第（八）项',
        '信息内容 本年收费金额',
        '行政事业性收费 1,234.5678',
      ].map(line),
    ]);
    expect(found.table3).toEqual(table3Of(report));
    expect(found.table2).toEqual({ licensing: { decisions: 97 }, fees: { amount10k: 1234.5678 } });
  });
});

describe('a page of HTML', () => {
  it('exported with a paragraph for every character is read', () => {
    const broken = (text: string) => [...text].map((character) => `<p><span>${character}</span></p>`).join('');
    const rows = [...distinct().table3].map(
      ([row, values]) =>
        `<tr><td>${broken(TABLE3_ROW_LABELS[row])}</td>${values.map((value) => `<td><p><span>${String(value)}</span></p></td>`).join('')}</tr>`,
    );
    const html = `<p>三、收到和处理政府信息公开申请情况</p><table>${rows.join('')}</table>`;
    expect(readPublishedReport(documentOfHtml(html))).toMatchObject({ table3: table3Of(distinct()), unread: [] });
  });
});

describe('a file', () => {
  const whole = (title: string) => `${title}\n${tabled(rowsText(distinct()))}`;

  it('with the reports of two agencies is not read at all', () => {
    const found = read(
      `${whole('甲局2023年政府信息公开工作年度报告')}\n${whole('乙局2023年政府信息公开工作年度报告')}`,
    );
    expect(found).toMatchObject({
      table3: null,
      unread: [{ table: null, reason: expect.stringContaining('不止一份') }],
    });
  });

  it('without a report says so', () => {
    expect(read('关于召开会议的通知\n各单位：1 2 3 4 5 6 7').unread).toMatchObject([
      { table: null, reason: expect.stringContaining('没有找到') },
    ]);
    expect(readBlocks([]).unread).toHaveLength(1);
  });

  it.each([
    ['甲局2023年政府信息公开工作年度报告', '甲局', 2023],
    ['甲市发展和改革委员会\n2023年度政府信息公开工作年度报告', '甲市发展和改革委员会', 2023],
    ['甲局政府信息公开工作年度报告（2023年度）', '甲局', 2023],
    ['甲局二〇二三年政府信息公开工作年度报告', '甲局', 2023],
    ['２０２３年甲局政府信息公开工作\n年度报告', '甲局', 2023],
    [
      '甲局政府信息公开工作年度报告\n本报告所列数据的统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止',
      '甲局',
      2023,
    ],
    ['甲局政府信息公开工作年度报告\n所列数据统计期限为2023年1月1日至12月31日。', '甲局', 2023],
    ['甲局政府信息公开工作年度报告\n一、总体情况\n统计期限自2023年1月1日起到12月31日止。', '甲局', 2023],
    ['政府信息公开工作年度报告', null, null],
  ])('names agency and year in its title: %s', (title, agency, year) => {
    expect(read(whole(title))).toMatchObject({ agency, year });
  });

  it('with links to reports of other years before it is known by its period', () => {
    const links = '乙局2021年政府信息公开工作年度报告\n乙局2022年政府信息公开工作年度报告';
    const own = '甲局2023年政府信息公开工作年度报告\n统计期限为2023年1月1日至12月31日。';
    expect(read(whole(`${links}\n${own}`))).toMatchObject({ agency: '甲局', year: 2023, unread: [] });
    expect(read(whole(`${links}\n甲局2023年政府信息公开工作年度报告`))).toMatchObject({ agency: null, year: null });
  });

  it('whose title and period name two years has none', () => {
    const title = '甲局2023年政府信息公开工作年度报告\n统计期限自2022年1月1日起至2022年12月31日止。';
    expect(read(whole(title))).toMatchObject({ year: null, unread: [{ table: null, text: '2023、2022' }] });
  });
});
