import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { validate } from '#kernel';
import type { RawEntry } from '#casework';
import { specification } from '../../testkit/specification.js';
import { standingImport } from '../books.js';
import { yearClosed } from '../closing-year/year-closed.js';
import { yearOfOneTown } from '../closing-year/year-closed.testkit.js';
import { foldBooks } from '../decide-books.js';
import { decideImport, importReport } from './import-report.js';

const target = { agency: 'hongze', year: 2023 };
const operator = { actor: 'zheng-shi', role: 'operator', now: '2024-06-20T00:00:00.000Z' } as const;

interface Deed {
  readonly body: object;
  readonly keepsBooks?: boolean;
  readonly close?: true;
}

const books = specification<readonly RawEntry[], Deed>([], (at, { body, keepsBooks = false, close }) => {
  const context = { ...operator, agencyName: '淮安市洪泽区人民政府', keepsBooks };
  const event = close
    ? { type: yearClosed.type, data: yearOfOneTown }
    : decideImport(foldBooks(target, at), validate(importReport.body, body), context);
  const by = { revision: at.length, actor: operator.actor, role: operator.role, recordedAt: operator.now };
  return { event, situation: [...at, { ...event, by }] };
});

const published = JSON.parse(readFileSync('test/fixtures/reports/2023-huaian-hongze-qu.json', 'utf8')) as {
  readonly table2: object;
  readonly table3: { readonly [row: string]: readonly (number | null)[] };
};
const source = { file: '2023.json', sha256: 'a'.repeat(64), note: '区政府网站' };
const importing = (report: object = {}, more: object = {}): Deed => ({
  body: { on: '2024-03-01', source, report: { ...published, ...report }, ...more },
});

describe('import a published report', () => {
  it('records figures as published, blanks as blanks, with where they come from', () => {
    books
      .given()
      .when(importing())
      .thenRecords('books.report-imported', {
        ...target,
        scope: 'own',
        form: '2021',
        publishedBy: '淮安市洪泽区人民政府',
        source,
        table3: published.table3,
      });
    const blank = { table3: { new: [1, null, null, null, null, null, null] }, table2: null, table4: null };
    books.given().when(importing(blank)).thenRecords('books.report-imported', blank);
  });

  it('keeps money as its digits', () => {
    const table2 = { ...published.table2, fees: { amount10k: 7730.28 } };
    books
      .given()
      .when(importing({ table2 }))
      .thenRecords('books.report-imported', {
        table2: { ...published.table2, fees: { amount10k: '7730.28' } },
      });
    const unknown = { ...published.table2, fees: { amount10k: null } };
    books
      .given()
      .when(importing({ table2: unknown }))
      .thenRecords('books.report-imported', { table2: unknown });
  });

  it('takes a report in the 2019 form, without the rows that a place added', () => {
    const table2 = {
      licensing: { itemsLastYear: 3, change: -1, decisions: 20 },
      procurement: { projects: 2, amountText: '12.5万元' },
    };
    const report = { format: '2019', table2: { ...table2, otherDocuments: { published: 1.5 } } };
    const { imports } = foldBooks(target, books.after(importing(report)));
    expect(imports[0]).toMatchObject({ form: '2019', table2 });
    expect(imports[0]?.table2).not.toHaveProperty('otherDocuments');
  });

  it('is replaced by a later one, nothing is overwritten; the same again is refused', () => {
    const corrected = importing({ table3: { new: [2, 0, 0, 0, 0, 0, 2] } });
    const { imports, ...after } = foldBooks(target, books.after(importing(), corrected));
    expect(imports).toHaveLength(2);
    expect(standingImport({ ...after, imports }, 'own')?.table3).toEqual({ new: [2, 0, 0, 0, 0, 0, 2] });
    expect(standingImport({ ...after, imports }, 'region')).toBeNull();
    books.given(importing()).when(importing()).thenRefused('already-imported');
    books
      .given(importing())
      .when(importing({}, { scope: 'region' }))
      .thenRecords('books.report-imported', {});
  });

  it.each([
    ['a text for a number', { table3: { new: ['1', 0, 0, 0, 0, 0, 0] } }, 'body.report.table3.new[0]'],
    ['a negative number', { table3: { new: [-1, 0, 0, 0, 0, 0, 0] } }, 'body.report.table3.new[0]'],
    ['a fraction', { table3: { new: [1.5, 0, 0, 0, 0, 0, 0] } }, 'body.report.table3.new[0]'],
    ['a row too short', { table3: { new: [1, 1] } }, 'body.report.table3.new'],
    ['an unknown row', { table3: { newer: [0, 0, 0, 0, 0, 0, 0] } }, 'body.report.table3.newer'],
    ['an unknown block', { table4: { review: [0, 0, 0, 0, 0] } }, 'body.report.table4.suitDirect'],
    [
      'a column of the other form',
      { table2: { regulations: { madeNew: 1 } } },
      'body.report.table2.regulations.madeNew',
    ],
    ['less than a fen', { table2: { fees: { amount10k: 0.12345678 } } }, 'body.report.table2.fees.amount10k'],
    ['an unknown form', { format: '2014' }, 'body.report.format'],
  ])('refuses %s, naming the place', (_name, report, path) => {
    books.given().when(importing(report)).thenRefused('invalid-input', path);
  });

  it('refuses a report of another year or of another body, and one of a year that is not over', () => {
    books
      .given()
      .when(importing({ year: 2022 }))
      .thenRefused('report-of-other-year', 'body.report.year');
    books
      .given()
      .when(importing({ year: null }))
      .thenRecords('books.report-imported', { year: 2023 });
    books
      .given()
      .when(importing({ agency: '沭阳县发改局' }))
      .thenRefused('report-of-other-agency', 'body.report.agency');
    books
      .given()
      .when(importing({ agency: '洪泽区政府办' }, { nameConfirmed: true }))
      .thenRecords('books.report-imported', { publishedBy: '洪泽区政府办' });
    books
      .given()
      .when(importing({ agency: '(节选未显示名称)' }))
      .thenRecords('books.report-imported', {});
    books
      .given()
      .when(importing({}, { on: '2023-12-31' }))
      .thenRefused('year-not-over');
    books
      .given()
      .when(importing({}, { on: '2024-07-01' }))
      .thenRefused('date-in-future', 'body.on');
  });

  it('refuses （六） as one row and as three at once', () => {
    const zero = [0, 0, 0, 0, 0, 0, 0];
    books
      .given()
      .when(importing({ table3: { 'other.all': zero, 'other.other': zero } }))
      .thenRefused('mixed-rows');
  });

  it('is refused where the year is closed here, or cases are kept here, unless another person decides that it counts', () => {
    books.given({ body: {}, close: true }).when(importing()).thenRefused('year-closed');
    books
      .given({ body: {}, close: true })
      .when(importing({}, { scope: 'level' }))
      .thenRecords('books.report-imported', {});
    const kept = { ...importing(), keepsBooks: true };
    books.given().when(kept).thenRefused('keeps-books-here');
    const precedence = { reason: '七月启用本系统', approvedBy: 'head-1' };
    books
      .given()
      .when({ ...importing({}, { precedence }), keepsBooks: true })
      .thenRecords('books.report-imported', { precedence });
    books
      .given()
      .when({ ...importing({}, { precedence: { ...precedence, approvedBy: 'zheng-shi' } }), keepsBooks: true })
      .thenRefused('four-eyes', 'body.precedence.approvedBy');
  });
});
