import { describe, expect, it } from '@jest/globals';
import { countersAfter, entry, registers } from '../../testkit/registers.js';

const decisions = (on: string, kind: string, count: number) => entry('record-decisions', { on, kind, count });

describe('record decisions (第二十条第（五）项、第（六）项)', () => {
  it('adds up by kind and year', () => {
    const counters = countersAfter(
      decisions('2023-03-31', 'licensing', 300),
      decisions('2023-06-30', 'licensing', 250),
      decisions('2023-06-30', 'penalty', 4119),
      decisions('2024-01-01', 'licensing', 1),
    );
    expect(counters.map(({ year, items }) => [year, items])).toEqual([
      [2023, { 'licensing.decisions': 550, 'penalty.decisions': 4119 }],
      [2024, { 'licensing.decisions': 1 }],
    ]);
  });

  it('needs at least one', () => {
    registers
      .given()
      .when(decisions('2023-01-01', 'coercion', 0))
      .thenRefused('invalid-input', 'body.count');
  });
});
