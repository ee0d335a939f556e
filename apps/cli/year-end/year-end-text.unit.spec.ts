import { describe, expect, it } from '@jest/globals';
import { runText, type AgencyRun } from './year-end-text.js';

const refused: AgencyRun = {
  result: {
    agency: 'town',
    name: '某镇人民政府',
    level: 'town',
    deadline: '2026-01-31',
    dissolvedOn: null,
    remedy: null,
    outcome: 'refused',
    refusal: { code: 'rules-failed', message: '勾稽关系不符，不能结账：V6', facts: {} },
  },
  folder: null,
};

describe('the summary of the end of a year', () => {
  it('given that nothing was written, names no folder, which may not be there', () => {
    const run = { year: 2025, agencies: 1, results: [refused.result], interrupted: false };
    const text = runText({ run, runs: [refused], scopes: [] }, 'reports');
    expect(text).toContain('没有写出报告文件');
    expect(text).not.toContain('reports');
  });
});
