import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyFiguresOfAnyForm } from '../testkit/any-report.js';
import { hostileReport } from '../testkit/hostile.js';
import { CITY_2020, CITY_2025, reportOf } from '../testkit/reports.js';
import type { AnnualReport } from './annual-report.js';
import { renderJson } from './render-json.js';
import { reportJsonSchema, reportJsonSchemaText } from './report-schema.js';

/** The same value with the members of every object the other way round. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one as unknown)]),
  ) as T;
}

describe('a report as JSON', () => {
  it('keeps to its schema and holds every figure and text as it is', () => {
    fc.assert(
      fc.property(anyFiguresOfAnyForm, fc.boolean(), (figures, hostile) => {
        const report = hostile ? hostileReport(figures) : reportOf(figures);
        const json = JSON.parse(renderJson(report)) as Record<string, unknown>;
        expect(reportJsonSchema.parse(json)).toEqual(json);
        const { table2, table3, table4, published } = report.figures;
        expect(json).toMatchObject({ tables: { table2, table3, table4 }, published, form: figures.form });
        expect(json).toMatchObject({ preamble: report.preamble, sections: report.sections, title: report.title });
      }),
      { numRuns: 20 },
    );
  });

  it('has a row that a report does not show as unknown figures', () => {
    const { new: _, ...table3 } = CITY_2025.table3;
    const json = JSON.parse(renderJson(reportOf({ ...CITY_2025, table3 }))) as { tables: { table3: { new: unknown } } };
    expect(json.tables.table3.new).toEqual(Array(7).fill(null));
  });

  it('does not depend on the order of members in the report', () => {
    for (const figures of [CITY_2025, CITY_2020]) {
      const report: AnnualReport = reportOf(figures);
      expect(renderJson(reversed(report))).toBe(renderJson(report));
    }
  });

  it('tells a draft from an issued report', () => {
    expect(JSON.parse(renderJson(reportOf(CITY_2025)))).toMatchObject({ status: 'issued', statusLabel: '第 1 次定稿' });
    expect(JSON.parse(renderJson(reportOf(CITY_2025, { edition: null })))).toMatchObject({
      status: 'draft',
      statusLabel: '草稿',
      edition: null,
    });
  });

  it('has a schema that refuses rows of the other form', () => {
    const json = JSON.parse(renderJson(reportOf(CITY_2020))) as Record<string, unknown>;
    expect(reportJsonSchema.safeParse({ ...json, form: '2021' }).success).toBe(false);
    expect(JSON.parse(reportJsonSchemaText())).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
  });
});
