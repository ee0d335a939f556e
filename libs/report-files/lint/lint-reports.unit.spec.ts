import { describe, expect, it } from '@jest/globals';
import type { PublishedReport, Unread } from '#annual-report';
import { cell3, cell4, type CellAddress } from '#statistics';
import type { PublishedFile } from '../reading/read-published-file.js';
import { isSameAgency } from './last-year.js';
import { lintDocument } from './lint-document.js';
import { lintReports } from './lint-reports.js';

const SUIT = [0, 0, 0, 0, 0];

function fileOf(name: string, report: Partial<PublishedReport>): PublishedFile {
  return {
    name,
    kind: 'text',
    encoding: 'utf-8',
    notes: [],
    report: {
      form: '2021',
      otherAsOneRow: false,
      agency: '洪泽区人民政府',
      year: 2024,
      table2: null,
      table3: null,
      table4: null,
      narrative: [],
      unread: [],
      remarks: [],
      ...report,
    },
  };
}

function unreadAt(cell: CellAddress): Unread {
  return { table: cell.table, row: null, cell, place: '第 1 行', text: '3 4', reason: '两个数字' };
}

const statusOf = (file: PublishedFile, rule: string) =>
  lintReports([file])[0]?.rules.find((one) => one.rule === rule)?.status;

describe('a cell that could not be read', () => {
  const table4 = { review: [10, null, 0, 0, 13], suitDirect: SUIT, suitAfterReview: SUIT };

  it('given it is blank, then it counts as 0 and the sum fails', () => {
    expect(statusOf(fileOf('a', { table4 }), 'V4')).toBe('failed');
  });

  it('given it is unread, then no rule judges its sum', () => {
    const file = fileOf('a', { table4, unread: [unreadAt(cell4('review', 'corrected'))] });
    expect(statusOf(file, 'V4')).toBe('passed');
    expect(lintDocument(lintReports([file])[0]!)).toMatchObject({
      table4,
      completeTables: { table4: false },
      unread: [{ cell: 'table4/review/corrected', text: '3 4' }],
    });
  });

  it('given it is the total, then the sum beside it is not judged either', () => {
    const carriedOut = [1, 0, 0, 0, 0, 0, null];
    const table3 = {
      new: [1, 0, 0, 0, 0, 0, 1],
      carriedIn: [0, 0, 0, 0, 0, 0, 0],
      resolvedTotal: [0, 0, 0, 0, 0, 0, 0],
      carriedOut,
    };
    const unread = [unreadAt(cell3('carriedOut', 'total'))];
    expect([statusOf(fileOf('a', { table3, unread }), 'V1'), statusOf(fileOf('a', { table3 }), 'V1')]).toEqual([
      'passed',
      'passed',
    ]);
    expect(lintReports([fileOf('a', { table3 })])[0]?.blank).toEqual(['table3/carriedOut/total']);
    expect(lintReports([fileOf('a', { table3, unread })])[0]?.blank).toEqual([]);
  });
});

describe('a figure that the text gives different values', () => {
  const table3 = { new: [21, 0, 0, 0, 0, 0, 21] };
  const stated = (...values: readonly number[]) =>
    values.map((value) => ({ key: 'new' as const, value, sentence: `收到申请${String(value)}件。`, place: '第 1 行' }));

  it('given none is that of the table, then V8 fails with each of them', () => {
    const [linted] = lintReports([fileOf('a', { table3, narrative: stated(30, 31) })]);
    const v8 = linted?.rules.find(({ rule }) => rule === 'V8');
    expect([v8?.status, v8?.findings.length]).toEqual(['failed', 2]);
  });

  it('given one is that of the table, then V8 does not judge, and no one value is published', () => {
    const file = fileOf('a', { table3, narrative: stated(30, 21) });
    expect(statusOf(file, 'V8')).toBe('not-applicable');
    expect(lintDocument(lintReports([file])[0]!).narrative).toEqual({ text: '收到申请30件。…收到申请21件。' });
  });
});

describe("last year's report among the files", () => {
  const carriedOut = (figure: number) => ({
    carriedOut: [figure, 0, 0, 0, 0, 0, figure],
    carriedIn: [figure, 0, 0, 0, 0, 0, figure],
  });
  const year = (name: string, of: number, figure = 0, agency = '洪泽区人民政府') =>
    fileOf(name, { year: of, agency, table3: carriedOut(figure) });

  it('is found by name and year, and by nothing else', () => {
    const files = [
      year('now', 2024),
      year('before', 2023, 0, '淮安市洪泽区人民政府'),
      year('long ago', 2022),
      year('other', 2023, 0, '清江浦区人民政府'),
    ];
    expect(lintReports(files).map(({ lastYear }) => lastYear)).toEqual(['before', 'long ago', null, null]);
  });

  it('is not chosen from two', () => {
    const [now] = lintReports([year('now', 2024), year('a', 2023), year('b', 2023)]);
    expect(now).toMatchObject({ lastYear: null, notes: [expect.stringContaining('有 2 份 2023 年度的报告')] });
  });

  it('given by name but of a wrong year, is not compared', () => {
    const [now] = lintReports([year('now', 2024)], year('then', 2021));
    expect(now).toMatchObject({ lastYear: null, notes: ['上年度报告 then 是 2021 年度的，应为 2023 年度，未比对'] });
  });

  it('that carried out other figures fails V5', () => {
    const [now] = lintReports([year('now', 2024, 2)], year('then', 2023, 3));
    const { status, findings } = now!.rules.find(({ rule }) => rule === 'V5')!;
    expect([status, findings[0]?.message]).toEqual(['failed', expect.stringMatching(/2，而 2023 年度报告.* 3/)]);
  });
});

describe('names of one agency', () => {
  it.each([
    ['洪泽区人民政府', '淮安市洪泽区人民政府', true],
    ['沭阳县发展和改革局', '江苏省宿迁市沭阳县发展和改革局', true],
    ['洪泽区人民政府（本级）', '洪泽区人民政府(本级)', true],
    ['洪泽区人民政府', '清江浦区人民政府', false],
    ['民政局', '市场监督管理和民政局', false],
    ['', '洪泽区人民政府', false],
  ])('%s, %s: %p', (one, other, same) => {
    expect([isSameAgency(one, other), isSameAgency(other, one)]).toEqual([same, same]);
  });
});
