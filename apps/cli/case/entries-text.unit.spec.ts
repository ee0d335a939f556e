import { describe, expect, it } from '@jest/globals';
import { entriesText } from './entries-text.js';

describe('entries as text', () => {
  it('have below every line what the entry says; control characters of old entries do not reach the terminal', () => {
    const columns = [{ head: '序号' }, { head: '记录' }];
    const facts = [
      { path: 'on', label: '到达之日', text: '2024-03-01' },
      { path: 'caseNumber', label: '登记号', text: '收\u001b[31m\n1号' },
    ];
    expect(
      entriesText(columns, [
        { row: [0, '收到申请'], facts },
        { row: [1, '申请人撤回'], facts: [] },
      ]),
    ).toBe(
      [
        '序号  记录',
        '0     收到申请',
        '      到达之日：2024-03-01',
        '      登记号：收 [31m 1号',
        '1     申请人撤回',
      ].join('\n'),
    );
  });
});
