import { describe, expect, it } from '@jest/globals';
import { TABLE3_ROW_LABELS } from '#statistics';
import type { Block } from './document.js';
import { readPublishedReport } from './read-published-report.js';
import { Choices } from './testkit/choices.js';
import { cellAt, distinct, PLAIN, rowsText, table3Of, tabled } from './testkit/distinct-report.js';
import { documentOfText } from './testkit/document-of.js';
import { line } from './testkit/grid-layouts.js';
import { cellByCell, groupOf, HEADS3, TITLE3 } from './testkit/text-layouts.js';

const read = (text: string) => readPublishedReport(documentOfText(text));
const readBlocks = (blocks: readonly Block[]) => readPublishedReport({ blocks });

describe('table 3', () => {
  it('is read where its heads stand after its rows', () => {
    const report = distinct();
    const text = [TITLE3[0], rowsText(report), ...HEADS3].join('\n');
    expect(read(text)).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is read where the heads are repeated on the next page', () => {
    const report = distinct();
    const rows = rowsText(report, (row, label, figures) =>
      row === 'unable.notHeld' ? ['- 4 -', ...HEADS3, `${label} ${figures}`].join('\n') : `${label} ${figures}`,
    );
    expect(read(tabled(rows))).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is read with 三、本年度办理结果 and groups one character a line', () => {
    const report = distinct();
    const vertical = [...'三、本年度办理结果'];
    const rows = rowsText(report, (row, label, figures) =>
      row.includes('.') || row === 'granted' ? `${vertical.shift() ?? ''}\n${label} ${figures}` : `${label} ${figures}`,
    );
    expect(read(tabled(rows))).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is read in the wording of a department, and with wordings often seen', () => {
    const report = distinct();
    const rows = rowsText(report)
      .replace('本机关不掌握', '本单位不掌握')
      .replace('只计这一情形', '只计这一情况')
      .replace('三类内部事务', '三类内容事务')
      .replace('逾期不补正、行政机关', '逾期不补正，行政机关')
      .replace('2.其他法律行政法规禁止公开', '2.其他法律行政止公开')
      .replace('危及“三安全一稳定”', '危及"三安全一稳定"');
    expect(read(tabled(rows))).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is read between tabs, blanks included', () => {
    const report = distinct();
    const rows = [...report.table3].map(([row, values]) => {
      const group = groupOf(row, report);
      return [group, TABLE3_ROW_LABELS[row], ...values.map((value, at) => (at === 3 ? '' : String(value)))].join('\t');
    });
    const { table3, unread } = read(tabled(rows.join('\n')));
    expect(unread).toEqual([]);
    for (const [row, values] of report.table3)
      expect(table3?.[row]).toEqual(values.map((value, at) => (at === 3 ? null : value)));
  });

  it('is read between bars of box-drawing characters, long labels on two lines', () => {
    const report = distinct();
    const rows = [...report.table3].flatMap(([row, values]) => {
      const label = TABLE3_ROW_LABELS[row];
      const cells = values.map((value) => `${String(value)} `).join('│');
      const rest = label.length > 16 ? [`│${label.slice(16)}│${'│'.repeat(6)}│`] : [];
      return ['├──┼──┼──┼──┼──┼──┼──┤', `│${label.slice(0, 16)}│${cells}│`, ...rest];
    });
    expect(read(tabled(rows.join('\n')))).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is read cell by cell, but for a row whose blanks vanished, the rows beside it, and the last', () => {
    const report = distinct();
    const blank = new Map(report.table3).set('unable.notHeld', [9, null, null, null, null, null, 9]);
    const lines = cellByCell({ ...report, table3: blank }, PLAIN, new Choices(1));
    const { table3, unread } = read(lines.join('\n'));
    const gone = ['refused.administrativeQuery', 'unable.notHeld', 'unable.needsCreation', 'carriedOut'];
    expect(table3).toEqual(Object.fromEntries([...report.table3].filter(([row]) => !gone.includes(row))));
    expect(unread.map(({ row }) => row)).toEqual(gone);
    expect(unread).toContainEqual(
      expect.objectContaining({ row: 'unable.notHeld', reason: '只有 2 个数字，不能确定在哪一列' }),
    );
  });

  it('leaves a row with five figures and no places unread', () => {
    const report = distinct();
    const rows = rowsText(report, (row, label, figures) => `${label} ${row === 'granted' ? '1 2 3 4 5' : figures}`);
    const { table3, unread } = read(tabled(rows));
    expect(table3).not.toHaveProperty('granted');
    expect(table3?.new).toEqual(report.table3.get('new'));
    expect(unread).toMatchObject([{ table: 3, row: 'granted' }]);
  });

  it('leaves a subtotal that the form does not have alone', () => {
    const report = distinct();
    const rows = rowsText(report, (row, label, figures) =>
      row === 'refused.stateSecret' ? `（三）不予公开 70 0 0 0 0 0 70\n${label} ${figures}` : `${label} ${figures}`,
    );
    expect(read(tabled(rows)).table3).toEqual(table3Of(report));
  });

  it('says of which form it is only where that shows', () => {
    const one = distinct('2019');
    const rows = rowsText(one);
    expect(read(tabled(rows))).toMatchObject({ form: null, otherAsOneRow: true, table3: table3Of(one) });
    const three = distinct();
    expect(read(tabled(rowsText(three)))).toMatchObject({
      form: '2021',
      otherAsOneRow: false,
    });
  });

  it('keeps remarks, and tells a zero that is printed as a sign from a blank', () => {
    const text = tabled('一、本年新收政府信息公开申请数量 22(其中修订16件) / - — ０ 无 22件');
    const { table3, remarks } = read(text);
    expect(table3?.new).toEqual([22, 0, 0, 0, 0, 0, 22]);
    expect(remarks.map(({ text: remark }) => remark)).toEqual(['22(其中修订16件)', '/', '-', '—', '无']);
  });

  it('names a cell that is no figure, and its row is nothing for the rules', () => {
    const cells = ['一、本年新收政府信息公开申请数量', '1', '2', '?', '4', '5', '6', '7'];
    const grid = { kind: 'grid', cells: cells.map(cellAt(0)), place: '第 1 个表' } as const;
    const { table3, unread } = readBlocks([line(TITLE3[0]!), grid]);
    expect(table3?.new?.[2] ?? null).toBeNull();
    expect(unread.some(({ row }) => row === 'new')).toBe(true);
  });
});
