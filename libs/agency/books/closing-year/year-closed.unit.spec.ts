import { describe, expect, it } from '@jest/globals';
import { foldBooks } from '../decide-books.js';
import { yearClosed } from './year-closed.js';
import { yearOfOneTown } from './year-closed.testkit.js';

const by = { revision: 0, actor: 'head-1', role: 'head', recordedAt: '2023-01-19T00:00:00.000Z' } as const;
const target = { agency: 'town', year: 2022 };

describe('the closing of a year', () => {
  it('keeps the edition as it was recorded', () => {
    expect(yearClosed.schema.parse(yearOfOneTown)).toEqual(yearOfOneTown);
    const books = foldBooks(target, [{ type: yearClosed.type, data: yearOfOneTown, by }]);
    expect(books).toEqual({ ...target, editions: [yearOfOneTown], waivers: [], adjustments: [], imports: [] });
  });

  it.each([
    ['an edition 0', { edition: 0 }],
    ['a digest that is none', { digest: 'A'.repeat(64) }],
    ['a form that nobody prescribed', { form: '2020' }],
    ['a table that is not JSON', { tables: { table2: () => 1 } }],
    ['a manifest with a gap', { manifest: { form: '2021' } }],
  ])('refuses %s', (_what, wrong) => {
    expect(yearClosed.schema.safeParse({ ...yearOfOneTown, ...wrong }).success).toBe(false);
  });

  it('stops at an event that the books do not know', () => {
    expect(() => foldBooks(target, [{ type: 'books.burnt', data: {}, by }])).toThrow(
      expect.objectContaining({ code: 'unknown-event-type', kind: 'corrupt' }),
    );
  });
});
