import { describe, expect, it } from '@jest/globals';
import { TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import type { Block } from './document.js';
import { readPublishedReport } from './read-published-report.js';
import { cellAt, distinct, table3Of } from './testkit/distinct-report.js';
import { documentOfText } from './testkit/document-of.js';
import { line } from './testkit/grid-layouts.js';
import { HEADS3 } from './testkit/text-layouts.js';

const read = (...lines: readonly string[]) => readPublishedReport(documentOfText(lines.join('\n')));

const TITLE3 = '三、收到和处理政府信息公开申请情况';
const NOTE3 = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |';
const label = (row: Table3Row) => TABLE3_ROW_LABELS[row];

/** A row with each cell on a line of its own and the pipes of `fill` merged columns behind it. */
const torn = (words: string, cells: string, fill: number) =>
  [`${words} |`, ...cells.split(' ').map((cell) => (cell === '_' ? '|' : `${cell} |`)), '|'.repeat(fill)].filter(
    (line) => line !== '',
  );

describe('a table between pipes', () => {
  it('with a line for every cell is read, blanks and the columns of merged cells told apart', () => {
    const found = read(
      '二、主动公开政府信息情况',
      ...['第二十条第（一）项 |', '|||', '信息内容 |', '本年制发件数 |', '本年废止件数 |', '现行有效件数 |'],
      ...torn('规章', '/ / /', 0),
      // The pipe of this cell stands on the next line.
      ...['行政规范性文件', '|', '4 |', '|', '17 |'],
      ...['第二十条第（五）项 |', '|||', '信息内容 |', '本年处理决定数量 |', '||', ...torn('行政许可', '31', 2)],
      ...['第二十条第（六）项 |', '|||', '信息内容 |', '本年处理决定数量 |', '||'],
      ...[...torn('行政处罚', '2', 2), ...torn('行政强制', '_', 2)],
      ...['第二十条第（八）项 |', '|||', '信息内容 |', '本年收费金额（单位：万元） |', '||'],
      ...torn('行政事业性收费', '8.25', 0),
      TITLE3,
      ...['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |', '申请人情况 |', '||||||||'],
      ...torn(label('new'), '_ _ _ _ _ _ 6', 2),
      ...torn(label('carriedIn'), '_ _ _ _ _ _ _', 2),
      ...['三、本年度办理结果 |', ...torn(label('granted'), '_ 2 _ _ _ _ 2', 1)],
      ...torn(label('partial'), '1 _ _ _ _ 3 4', 2),
    );
    expect(found.table2).toEqual({
      regulations: { made: 0, repealed: 0, inForce: 0 },
      normativeDocuments: { made: 4, repealed: null, inForce: 17 },
      licensing: { decisions: 31 },
      penalty: { decisions: 2 },
      coercion: { decisions: null },
      fees: { amount10k: 8.25 },
    });
    expect(found.table3).toEqual({
      new: [null, null, null, null, null, null, 6],
      carriedIn: [null, null, null, null, null, null, null],
      granted: [null, 2, null, null, null, null, 2],
      partial: [1, null, null, null, null, 3, 4],
    });
  });

  it('with blanks behind the figures, or before them, for merged columns is read where some row shows which', () => {
    const row = (words: string, before: string, cells: string, behind: string) =>
      `${words} |${before}${cells}${behind}`;
    const cells = ' 5 | | | | | | 5 |';
    const blankFirst = ' | 2 | | | | | |';
    const expected = { new: [5, null, null, null, null, null, 5], carriedIn: [null, 2, null, null, null, null, null] };
    const behind = [row(label('new'), '', cells, ' ||'), row(label('carriedIn'), '', blankFirst, ' ||')];
    expect(read(TITLE3, NOTE3, ...behind).table3).toEqual(expected);
    const before = [row(label('new'), ' | |', cells, ''), row(label('carriedIn'), ' | |', blankFirst, '')];
    expect(read(TITLE3, NOTE3, ...before).table3).toEqual(expected);
    // Nothing shows on which side the blanks of merged columns are.
    const unknown = read(TITLE3, NOTE3, row(label('carriedIn'), '', blankFirst, ' ||'));
    expect(unknown.table3).toBeNull();
    expect(unknown.unread).toContainEqual(expect.objectContaining({ row: 'carriedIn', reason: '数字与列对不上' }));
  });

  it('with a word in the place of a figure keeps every figure in its column', () => {
    const found = read(TITLE3, NOTE3, `${label('new')} | 详见 | 1 | 2 | 3 | 4 | 5 | 15 |`);
    expect(found.table3).toEqual({ new: [null, 1, 2, 3, 4, 5, 15] });
    expect(found.unread).toContainEqual(
      expect.objectContaining({ row: 'new', text: '详见', reason: '不是数字', cell: expect.anything() }),
    );
  });

  it('has rows without any figure, of tabs too', () => {
    const cells = (values: readonly unknown[]) => values.map(String).join('\t');
    const rows = [...distinct().table3].map(([row, values]) =>
      row === 'carriedIn' ? `${label(row)}${'\t'.repeat(7)}` : `${label(row)}\t${cells(values)}`,
    );
    const found = read(TITLE3, ...rows);
    expect(found.table3).toEqual({
      ...table3Of(distinct()),
      carriedIn: [null, null, null, null, null, null, null],
    });
    expect(found.unread).toEqual([]);
  });
});

describe('a grid', () => {
  const grid = (...rows: readonly (readonly unknown[])[]): Block => ({
    kind: 'grid',
    cells: rows.flatMap((texts, row) => texts.map(String).map(cellAt(row))),
    place: '第 1 个表',
  });
  const readGrid = (title: string, ...rows: readonly (readonly unknown[])[]) =>
    readPublishedReport({ blocks: [line(title), grid(...rows)] });

  it('whose merged cells shift what follows is read by the order of its cells', () => {
    const found = readGrid(
      TITLE3,
      ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
      ['自然人', '法人或其他组织', '总计'],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
      [label('new'), 1, 2, 3, 4, 5, 6, 21, '', ''],
      ['三、本年度办理结果', label('granted'), 7, 8, 9, 10, 11, 12, '', ''],
      [label('partial'), 13, '', '', '', '', '', '', '', ''],
    );
    expect(found.table3).toEqual({
      new: [1, 2, 3, 4, 5, 6, 21],
      granted: [7, 8, 9, 10, 11, 12, null],
      partial: [13, null, null, null, null, null, null],
    });
  });

  it('whose blank cells hold a space is read alike by its heads and by the order of its cells', () => {
    const heads = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const found = readGrid(TITLE3, heads, [label('new'), 5, ...Array<string>(5).fill('\u00A0'), 5]);
    expect(found.table3).toEqual({ new: [5, null, null, null, null, null, 5] });
  });

  it('with numbered rows is read, the numbers left out', () => {
    const found = readGrid(
      TITLE3,
      [1, label('new'), 1, 2, 3, 4, 5, 6, 21],
      [2, label('carriedIn'), 7, 0, 0, 0, 0, 0, 7],
    );
    expect(found.table3).toEqual({ new: [1, 2, 3, 4, 5, 6, 21], carriedIn: [7, 0, 0, 0, 0, 0, 7] });
  });

  it('that repeats a merged cell in every column has its figure once, where its head is repeated likewise', () => {
    const fees = (...figures: readonly number[]) =>
      readGrid(
        '二、主动公开政府信息情况',
        ['第二十条第（八）项', '第二十条第（八）项', '第二十条第（八）项'],
        ['信息内容', '本年收费金额（单位：万元）', '本年收费金额（单位：万元）'],
        ['行政事业性收费', ...figures],
      ).table2;
    expect(fees(8.5, 8.5)).toEqual({ fees: { amount10k: 8.5 } });
    expect(fees(8.5, 9)).toBeNull();
  });

  it('whose heads stand in another order is not read', () => {
    const found = read(TITLE3, '总计 自然人 法人或其他组织', `${label('new')} 21 1 2 3 4 5 6`);
    expect(found.table3).toBeNull();
    expect(found.unread).toContainEqual(expect.objectContaining({ row: 'new', reason: '表头的顺序与格式不同' }));
  });
});

describe('a label', () => {
  const HEADS = '信息内容 上一年项目数量（指2019年事项数） 本年增/减 处理决定数量（指2020年办件量）';

  it('is known with a note in brackets behind it, whatever the note says', () => {
    const found = read(
      '二、主动公开政府信息情况',
      '第二十条第（一）项',
      '信息内容 本年新制作数量 本年新公开数量 对外公开总数量',
      '规章（设区的市、自治州人民政府应提供相关数据） 1 2 3',
      '规范性文件（行政机关制发的决定、公告等，不含已废止的） 4 5 6',
      '第二十条第（五）项',
      HEADS,
      '行政许可 7 8 9',
      '其他对外管理服务事项（含行政处罚、行政强制和其他类） 10 11 12',
    );
    expect(found).toMatchObject({
      form: '2019',
      table2: {
        regulations: { madeNew: 1, publishedNew: 2, publishedTotal: 3 },
        normativeDocuments: { madeNew: 4, publishedNew: 5, publishedTotal: 6 },
        licensing: { itemsLastYear: 7, change: 8, decisions: 9 },
        otherServices: { itemsLastYear: 10, change: 11, decisions: 12 },
      },
    });
  });

  it('of the sum of outcomes may say 合计', () => {
    const found = read(TITLE3, NOTE3, '（七）合计 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |');
    expect(found.table3).toEqual({ resolvedTotal: [1, 2, 3, 4, 5, 6, 21] });
  });
});

describe('a text that begins in the middle, or breaks off', () => {
  it('has the rows of table 3 that it shows', () => {
    const found = read('第 9 页', `${label('carriedOut')} 1 0 0 0 0 0 1`, '四、政府信息公开行政复议、行政诉讼情况');
    expect(found.table3).toEqual({ carriedOut: [1, 0, 0, 0, 0, 0, 1] });
  });

  const stacked = (count: number) =>
    [...distinct().table3].slice(0, count).flatMap(([row, values]) => [label(row), ...values.map(String)]);

  it('with one cell a line is read up to what cannot be accounted for', () => {
    const expected = Object.entries(table3Of(distinct())).slice(0, 10);
    expect(read(TITLE3, ...HEADS3, ...stacked(12)).table3).toEqual(Object.fromEntries(expected));
    expect(read(TITLE3, ...HEADS3, ...stacked(4)).table3).toBeNull();
  });

  it('has no line breaks at all, and table 4 begins behind its title', () => {
    const rows = [...distinct().table3].map(([row, values]) => `${label(row)} ${values.join(' ')}`);
    const four = ['四、政府信息公开行政复议、行政诉讼情况', '行政复议 行政诉讼', ...distinct().table4.map(String)];
    const found = readPublishedReport(
      documentOfText(['甲局2023年政府信息公开工作年度报告', TITLE3, ...rows, ...four, '五、存在的主要问题'].join(' ')),
    );
    expect(found).toMatchObject({ agency: '甲局', year: 2023, table3: table3Of(distinct()) });
    expect(found.table4?.review).toEqual([1, 2, 3, 4, 5]);
  });
});
