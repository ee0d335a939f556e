import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TABLE3_ROW_LABELS, table3Rows, tablesOf, type YearFigures } from '#statistics';
import { TABLE2, yearFigures } from '../testkit/year-figures.js';
import { renderTables } from './render-tables.js';

const ZEROS: YearFigures = {
  agency: 'town-1',
  year: 2022,
  form: '2021',
  table2: TABLE2,
  ...tablesOf([], [], 2022, '2021'),
  published: { total: 0, channels: [] },
};

/** Width by another way than width.ts: the property of the script, and the full-width forms by their block. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu;
const widthOf = (line: string) => line.length + (line.match(wide)?.length ?? 0);

/** What stands between the lines of the table, blanks removed. */
const cellsOf = (line: string) =>
  line
    .split('│')
    .slice(1, -1)
    .map((cell) => cell.trim());
const isNumber = (text: string | undefined) => /^\d+$/.test(text ?? '');
const sections = (text: string) =>
  text
    .split(/^[二三四]、.*$/m)
    .slice(1)
    .map((part) => part.trim().split('\n'));

describe('tables for a terminal', () => {
  it('stand under the titles of their sections', () => {
    expect(
      renderTables(ZEROS)
        .split('\n')
        .filter((line) => /^[二三四]、/.test(line)),
    ).toEqual([
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  it('have straight borders, at most 120 columns wide, up to the figures of a province', () => {
    fc.assert(
      fc.property(yearFigures, (figures) => {
        for (const table of sections(renderTables(figures))) {
          const widths = new Set(table.map(widthOf));
          expect(widths.size).toBe(1);
          expect(Math.max(...widths)).toBeLessThanOrEqual(120);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('hold every figure of tables 3 and 4 in its place', () => {
    fc.assert(
      fc.property(yearFigures, (figures) => {
        const [, three, four] = sections(renderTables(figures));
        const rows = three!.map(cellsOf).filter((cells) => isNumber(cells.at(-1)));
        expect(rows.map((cells) => cells.slice(-7).map(Number))).toEqual(
          table3Rows('2021').map((row) => figures.table3[row]),
        );
        const line = four!.map(cellsOf).find((cells) => cells.length === 15 && cells.every(isNumber));
        const { review, suitDirect, suitAfterReview } = figures.table4;
        expect(line!.map(Number)).toEqual([...review, ...suitDirect, ...suitAfterReview]);
      }),
      { numRuns: 30 },
    );
  });

  it('hold every label, joined over its lines', () => {
    const three = sections(renderTables(ZEROS))[1]!;
    // The last column of labels stands before the seven columns of figures.
    const joined = three
      .map((line) => line.split('│').at(-9) ?? '')
      .map((cell) => cell.trim())
      .join('');
    const leaves = table3Rows('2021').map((row) => TABLE3_ROW_LABELS[row]);
    expect(leaves.filter((label) => !joined.includes(label))).toEqual([]);
  });

  it('print table 4 as the form does', () => {
    expect(renderTables(ZEROS).split('四、政府信息公开行政复议、行政诉讼情况\n')[1]).toBe(
      `
┌──────────────────────────────────┬─────────────────────────────────────────────────────────────────────┐
│             行政复议             │                              行政诉讼                               │
├──────┬──────┬──────┬──────┬──────┼──────────────────────────────────┬──────────────────────────────────┤
│      │      │      │      │      │         未经复议直接起诉         │            复议后起诉            │
│ 结果 │ 结果 │ 其他 │ 尚未 │ 总计 ├──────┬──────┬──────┬──────┬──────┼──────┬──────┬──────┬──────┬──────┤
│ 维持 │ 纠正 │ 结果 │ 审结 │      │ 结果 │ 结果 │ 其他 │ 尚未 │ 总计 │ 结果 │ 结果 │ 其他 │ 尚未 │ 总计 │
│      │      │      │      │      │ 维持 │ 纠正 │ 结果 │ 审结 │      │ 维持 │ 纠正 │ 结果 │ 审结 │      │
├──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┤
│    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │    0 │
└──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┴──────┘
`.slice(1),
    );
  });

  it('print the head of table 3 as the form does', () => {
    expect(sections(renderTables(ZEROS))[1]!.slice(0, 14).join('\n')).toBe(
      `
┌──────────────────────────────────────────────────────┬──────────────────────────────────────────────────────────────┐
│                                                      │                          申请人情况                          │
│                                                      ├────────┬────────────────────────────────────────────┬────────┤
│ （本列数据的勾稽关系为：第一项加第二项之和，等于第三 │        │               法人或其他组织               │        │
│                   项加第四项之和）                   │        ├────────┬────────┬────────┬────────┬────────┤        │
│                                                      │ 自然人 │  商业  │  科研  │  社会  │  法律  │        │  总计  │
│                                                      │        │  企业  │  机构  │  公益  │  服务  │  其他  │        │
│                                                      │        │        │        │  组织  │  机构  │        │        │
├──────────────────────────────────────────────────────┼────────┼────────┼────────┼────────┼────────┼────────┼────────┤
│ 一、本年新收政府信息公开申请数量                     │      0 │      0 │      0 │      0 │      0 │      0 │      0 │
├──────────────────────────────────────────────────────┼────────┼────────┼────────┼────────┼────────┼────────┼────────┤
│ 二、上年结转政府信息公开申请数量                     │      0 │      0 │      0 │      0 │      0 │      0 │      0 │
├────────────┬─────────────────────────────────────────┼────────┼────────┼────────┼────────┼────────┼────────┼────────┤
│            │ （一）予以公开                          │      0 │      0 │      0 │      0 │      0 │      0 │      0 │
`.trim(),
    );
  });

  it('print table 2 with the amount exact or with the decimals asked for, and what nobody recorded as a blank', () => {
    const rows = (decimals?: number) =>
      sections(renderTables(ZEROS, decimals === undefined ? {} : { decimals }))[0]!.map((line) =>
        cellsOf(line).join(' '),
      );
    expect(rows()).toContain('规章 1 2 3');
    expect(rows()).toContain('行政规范性文件 4 5 ');
    expect(rows()).toContain('行政强制 195');
    expect(rows()).toContain('行政事业性收费 7730.28');
    expect(rows(4)).toContain('行政事业性收费 7730.2800');
    expect(rows(0)).toContain('行政事业性收费 7730');
    expect(rows()).toContain('信息内容 本年收费金额（单位：万元）');
  });

  it('print the 2019 form', () => {
    const items = { itemsLastYear: 3, change: -1, decisions: 7 };
    const documents = { madeNew: 1, publishedNew: 2, publishedTotal: null };
    const figures: YearFigures = {
      ...ZEROS,
      form: '2019',
      ...tablesOf([], [], 2020, '2019'),
      table2: {
        regulations: documents,
        normativeDocuments: documents,
        licensing: items,
        otherServices: items,
        penalty: items,
        coercion: items,
        fees: { itemsLastYear: 4, change: 0 },
        procurement: { projects: 2, amountText: '123.4万元' },
      },
    };
    const [two, three] = sections(renderTables(figures)).map((table) => table.map((line) => cellsOf(line).join(' ')));
    expect(two).toEqual(
      expect.arrayContaining(['规范性文件 1 2 ', '其他对外管理服务事项 3 -1 7', '政府集中采购 2 123.4万元']),
    );
    expect(three).toContain('（六）其他处理 0 0 0 0 0 0 0'.replace(/^/, ' '));
    expect(three!.join()).not.toContain('3.其他');
  });
});
