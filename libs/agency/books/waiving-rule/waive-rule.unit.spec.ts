import { describe, expect, it } from '@jest/globals';
import type { RawEntry } from '#casework';
import { specification } from '../../testkit/specification.js';
import { isClosed } from '../books.js';
import { yearClosed } from '../closing-year/year-closed.js';
import { yearOfOneTown } from '../closing-year/year-closed.testkit.js';
import { decideBooks, foldBooks } from '../decide-books.js';

const target = { agency: 'town', year: 2022 };
const handler = { actor: 'handler-1', role: 'handler', now: '2023-01-20T00:00:00.000Z' } as const;

const recorded = (
  at: readonly RawEntry[],
  event: { readonly type: string; readonly data: object },
): readonly RawEntry[] => [
  ...at,
  { ...event, by: { revision: at.length, actor: handler.actor, role: handler.role, recordedAt: handler.now } },
];

/** A deed is the body of a waiver, or the closing of the year. */
const books = specification<readonly RawEntry[], object | 'close'>([], (at, deed) => {
  const event =
    deed === 'close'
      ? { type: yearClosed.type, data: yearOfOneTown }
      : decideBooks({ name: 'waive-rule', target, body: deed }, foldBooks(target, at), handler);
  return { event, situation: recorded(at, event) };
});

const waiver = { on: '2023-01-18', rule: 'V5', reason: '上年结转数按机构改革方案调整', approvedBy: 'head-1' };

describe('waive a rule', () => {
  it('is recorded with reason and approver', () => {
    books
      .given()
      .when(waiver)
      .thenRecords('books.waiver-recorded', { ...target, ...waiver });
    expect(foldBooks(target, books.after(waiver))).toEqual({
      ...target,
      editions: [],
      waivers: [{ ...target, ...waiver }],
      adjustments: [],
      imports: [],
    });
  });

  it('is approved by another person', () => {
    books
      .given()
      .when({ ...waiver, approvedBy: 'handler-1' })
      .thenRefused('four-eyes', 'body.approvedBy');
  });

  it('is done once for a rule', () => {
    books.given(waiver).when(waiver).thenRefused('already-waived');
    books
      .given(waiver)
      .when({ ...waiver, rule: 'V12' })
      .thenRecords('books.waiver-recorded', { rule: 'V12' });
  });

  it('comes before the year is closed', () => {
    books.given('close').when(waiver).thenRefused('year-closed');
    expect(isClosed(foldBooks(target, books.after(waiver)))).toBe(false);
    expect(isClosed(foldBooks(target, books.after('close')))).toBe(true);
  });

  it('is, once the year is closed, for the edition to come only, and says so', () => {
    books
      .given('close')
      .when({ ...waiver, edition: 2 })
      .thenRecords('books.waiver-recorded', { edition: 2 });
    const later = books.given('close').when({ ...waiver, edition: 3 });
    expect(later.thenRefused('year-closed').facts).toMatchObject({ nextEdition: 2 });
    books
      .given()
      .when({ ...waiver, edition: 2 })
      .thenRefused('year-not-closed');
  });

  it.each([
    [{ rule: 'R5' }, 'body.rule', 'invalid-input'],
    [{ reason: '' }, 'body.reason', 'invalid-input'],
    [{ reason: '两\n行' }, 'body.reason', 'invalid-input'],
    [{ approvedBy: '张三' }, 'body.approvedBy', 'invalid-input'],
    [{ edition: 1 }, 'body.edition', 'invalid-input'],
    [{ year: 2022 }, 'body.year', 'invalid-input'],
    [{ on: '2023-01-21' }, 'body.on', 'date-in-future'],
  ])('refuses %j', (wrong, path, code) => {
    books
      .given()
      .when({ ...waiver, ...wrong })
      .thenRefused(code, path);
  });
});
