import { describe, expect, it } from '@jest/globals';
import { rulesText } from './rules-text.js';

const V5 = { rule: 'V5', ruleVersion: 2, title: '上年结转', severity: 'error', findings: [], waived: false } as const;

describe('the rules of a year in Chinese', () => {
  it('show the adjustment by which a carry-over passes', () => {
    const reason = '2024 年度第 1 版的差异已作为调整认可：迟到登记';
    const text = rulesText({ rulesVersion: '2', results: [{ ...V5, status: 'passed', reason }], blocking: [] });
    expect(text.split('\n').slice(-2)).toEqual([`V5：${reason}`, '可以结账']);
  });

  it('say nothing more of a rule that simply passes', () => {
    const text = rulesText({ rulesVersion: '2', results: [{ ...V5, status: 'passed', reason: null }], blocking: [] });
    expect(text).not.toContain('V5：');
  });
});
