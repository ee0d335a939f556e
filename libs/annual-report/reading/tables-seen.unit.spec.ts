import { describe, expect, it } from '@jest/globals';
import type { Block } from './document.js';
import { readPublishedReport } from './read-published-report.js';
import { cellAt } from './testkit/distinct-report.js';
import { documentOfText } from './testkit/document-of.js';
import { line } from './testkit/grid-layouts.js';

const read = (text: string) => readPublishedReport(documentOfText(text));
const readBlocks = (blocks: readonly Block[]) => readPublishedReport({ blocks });

describe('table 2', () => {
  it('is read in the 2019 form, changes and local rows included', () => {
    const found = read(`二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年新制作数量 本年新公开数量 对外公开总数量
规章 0 0 0
规范性文件 22(其中修订16件) 22 104
其他主动公开文件 5 5 60
第二十条第（五）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政许可 218 +1 9487
其他对外管理服务事项 45 -3 120
第二十条第（六）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政处罚 511 减4 88
行政强制 30 增2 7
第二十条第（八）项
信息内容 上一年项目数量 本年增/减
行政事业性收费 6 0
第二十条第（九）项
信息内容 采购项目数量 采购总金额
政府集中采购 12 345.6万元`);
    expect(found.form).toBe('2019');
    expect(found.unread).toEqual([]);
    expect(found.table2).toEqual({
      regulations: { madeNew: 0, publishedNew: 0, publishedTotal: 0 },
      normativeDocuments: { madeNew: 22, publishedNew: 22, publishedTotal: 104 },
      otherDocuments: { madeNew: 5, publishedNew: 5, publishedTotal: 60 },
      licensing: { itemsLastYear: 218, change: 1, decisions: 9487 },
      otherServices: { itemsLastYear: 45, change: -3, decisions: 120 },
      penalty: { itemsLastYear: 511, change: -4, decisions: 88 },
      coercion: { itemsLastYear: 30, change: 2, decisions: 7 },
      fees: { itemsLastYear: 6, change: 0 },
      procurement: { projects: 12, amountText: '345.6万元' },
    });
  });

  it('takes no row whose middle figure is a sign for zero for the number of a page', () => {
    const heads = '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数';
    expect(read(`${heads}\n45 / 31\n规章\n3 / 8\n规范性文件 1 2 3`).table2).toEqual({
      regulations: { made: 45, repealed: 0, inForce: 31 },
      normativeDocuments: { made: 1, repealed: 2, inForce: 3 },
    });
  });

  it('is told by its rows where its heads are broken beyond recognition', () => {
    const heads = '二、主动公开政府信息情况\n信息内容 本年制 本年废 现行有\n发件数 止件数 效件数';
    expect(read(`${heads}\n规章 1 2 3\n行政许可 4`)).toMatchObject({
      form: '2021',
      table2: { regulations: { made: 1, repealed: 2, inForce: 3 }, licensing: { decisions: 4 } },
    });
    expect(read(`${heads}\n规章 1 2 3`)).toMatchObject({ form: null, table2: null, unread: [{ table: 2, row: null }] });
  });

  it('is unread where its heads are of both forms, and fees are where they are not in 万元', () => {
    const mixed = '二、主动公开政府信息情况\n信息内容 本年制发件数 对外公开总数量\n规章 1 2 3';
    expect(read(mixed)).toMatchObject({ table2: null, unread: [{ table: 2, row: null }] });
    const yuan = '二、主动公开政府信息情况\n第二十条第（八）项\n信息内容 本年收费金额（单位：元）\n行政事业性收费 500';
    expect(read(yuan).table2).toBeNull();
    expect(read(yuan).unread).toContainEqual(
      expect.objectContaining({ row: 'fees', reason: '收费金额的单位不是万元' }),
    );
  });
});

describe('table 4', () => {
  const head = ['四、政府信息公开行政复议、行政诉讼情况', '行政复议 行政诉讼'];
  const reading = (...lines: readonly string[]) => read([...head, ...lines].join('\n'));

  it('needs fifteen figures, or three rows of five', () => {
    expect(reading('1 2 3 4 5 6 7 8 9 10 11 12 13 14')).toMatchObject({ table4: null, unread: [{ table: 4 }] });
    const table4 = { review: [1, 0, 0, 0, 1], suitDirect: [2, 0, 0, 0, 2], suitAfterReview: [3, 0, 0, 0, 3] };
    expect(reading('1 0 0 0 1', '2 0 0 0 2', '3 0 0 0 3')).toMatchObject({ table4, unread: [] });
    expect(reading('复议后起诉 3 0 0 0 3', '行政复议 1 0 0 0 1', '未经复议直接起诉 2 0 0 0 2')).toMatchObject({
      table4,
      unread: [],
    });
  });

  it('is unread where its heads stand in another order', () => {
    const figures = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15';
    expect(reading('复议后起诉 未经复议直接起诉', figures)).toMatchObject({ table4: null, unread: [{ table: 4 }] });
  });

  it('keeps blanks of a grid in their columns', () => {
    const leaves = [1, 2, 3].flatMap(() => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']);
    const figures = leaves.map((_, at) => (at % 5 === 4 ? '' : String(at)));
    const cells = [...leaves.map(cellAt(0)), ...figures.map(cellAt(1))];
    const found = readBlocks([...head.map(line), { kind: 'grid', cells, place: '第 3 个表' }]);
    expect(found.table4).toEqual({
      review: [0, 1, 2, 3, null],
      suitDirect: [5, 6, 7, 8, null],
      suitAfterReview: [10, 11, 12, 13, null],
    });
  });
});
