import { describe, expect, it } from '@jest/globals';
import type { Unread } from '#annual-report';
import { unreadTexts } from './unread-texts.js';

const missing = (table: 2 | 3, row: string): Unread => ({
  table,
  row,
  cell: null,
  place: '第 9 行',
  text: null,
  reason: '没有找到该行的数字',
});

describe('what could not be read, told to people', () => {
  it('names the table and the row, and says once what several rows have in common', () => {
    const unread: readonly Unread[] = [
      missing(3, 'refused.stateSecret'),
      { table: 3, row: 'new', cell: null, place: '第 12 行', text: '1 2', reason: '只有 2 个数字，不能确定在哪一列' },
      missing(3, 'resolvedTotal'),
      missing(2, 'normativeDocuments'),
      ...['carriedIn', 'granted'].map((row) => missing(3, row)),
    ];
    expect(unreadTexts({ unread, form: '2019' })).toEqual([
      '表三 （三）不予公开 1.属于国家秘密、（七）总计、二、上年结转政府信息公开申请数量 等 4 行，第 9 行：没有找到该行的数字',
      '表三 一、本年新收政府信息公开申请数量，第 12 行：只有 2 个数字，不能确定在哪一列（1 2）',
      '表二 规范性文件，第 9 行：没有找到该行的数字',
    ]);
  });

  it('tells of a whole table, or of the running text, without a row', () => {
    const whole: Unread = { table: 4, row: null, cell: null, place: '第 3 行', text: null, reason: '没有读到数字' };
    const text: Unread = {
      table: null,
      row: 'new',
      cell: null,
      place: '第 1 行',
      text: '收到 2 件',
      reason: '数字不同',
    };
    expect(unreadTexts({ unread: [whole, text], form: null })).toEqual([
      '表四，第 3 行：没有读到数字',
      '第 1 行：数字不同（收到 2 件）',
    ]);
  });
});
