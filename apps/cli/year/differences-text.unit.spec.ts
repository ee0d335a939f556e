import { describe, expect, it } from '@jest/globals';
import { changesOfEdition } from './differences-text.js';

describe('what an edition changes, as text', () => {
  const events = [{ revision: 2, position: '0000000000000042' }];

  it('is a table of figures', () => {
    const cell = { cell: 'table3/new/total', label: '本年新收', published: 1, now: 2 };
    expect(changesOfEdition({ differences: [cell], causes: [], causesInAll: 0 })).toMatch(
      /前一版.*本版[^]*本年新收 +1 +2/,
    );
  });

  it('is the cases that changed places where no figure did', () => {
    const causes = [
      { kind: 'case' as const, caseId: 'c-1', events },
      { kind: 'register' as const, year: 2023, events },
      { kind: 'case' as const, caseId: 'c-2', events },
    ];
    expect(changesOfEdition({ differences: [], causes, causesInAll: 7 })).toBe(
      '数字不变：各案的变动相互抵消（起因 7 个；案件 c-1、c-2）',
    );
  });
});
