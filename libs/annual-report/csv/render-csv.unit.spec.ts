import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { allCells, cellKey, figureAt, type YearFigures } from '#statistics';
import { anyFiguresOfAnyForm } from '../testkit/any-report.js';
import { hostileReport } from '../testkit/hostile.js';
import { CITY_2020, CITY_2025, reportOf } from '../testkit/reports.js';
import { renderCsv } from './render-csv.js';

const rowsOf = (csv: string): readonly Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

/** Numbers read back by the key of their cell. */
const numbersOf = (csv: string) =>
  new Map(rowsOf(csv).map((row) => [`table${row['表']}/${row['行编号']}/${row['列编号']}`, row['数值']]));

function expectEveryFigure(figures: YearFigures) {
  const read = numbersOf(renderCsv(reportOf(figures)));
  const amount = figures.form === '2019' ? 1 : 0;
  expect(read.size).toBe(allCells(figures.form).length + amount);
  for (const cell of allCells(figures.form)) {
    const figure = figureAt(figures, cell) ?? null;
    const shown = read.get(cellKey(cell));
    expect([cellKey(cell), shown === '' ? null : Number(shown)]).toEqual([cellKey(cell), figure]);
  }
}

describe('a report as CSV', () => {
  it('has every figure once, in either form', () => {
    expectEveryFigure(CITY_2025);
    expectEveryFigure(CITY_2020);
  });

  it('has any figures, and nothing for one that nobody recorded', () => {
    fc.assert(fc.property(anyFiguresOfAnyForm, expectEveryFigure), { numRuns: 30 });
  });

  it('says of each figure whose it is and what it is, in the words of the form', () => {
    const rows = rowsOf(renderCsv(reportOf(CITY_2020)));
    expect(rows[0]).toEqual({
      机关编号: 'city',
      机关名称: '某市人民政府',
      年度: '2020',
      格式: '2019',
      版次: '第 1 次定稿',
      表: '2',
      行编号: 'regulations',
      行: '规章',
      列编号: 'madeNew',
      列: '本年新制作数量',
      数值: '12',
    });
    const labels = rows.map((row) => [row['行'], row['列'], row['数值']].join('|'));
    expect(labels).toContain('行政许可|本年增/减|-12');
    expect(labels).toContain('政府集中采购|采购总金额|123.4万元');
    expect(labels).toContain('（三）不予公开 1.属于国家秘密|自然人|13');
    expect(labels).toContain('未经复议直接起诉|尚未审结|27');
  });

  it('begins with a byte order mark and ends every line with CR and LF', () => {
    const csv = renderCsv(reportOf(CITY_2025));
    expect(csv.startsWith('\uFEFF机关编号,')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('neutralises text that a spreadsheet would execute', () => {
    const rows = rowsOf(renderCsv(hostileReport(CITY_2020)));
    expect(new Set(rows.map((row) => row['机关名称']))).toEqual(new Set(["'+某〓镇"]));
    expect(rows.find((row) => row['列编号'] === 'amountText')?.['数值']).toBe(`'=1+1<b>&"万元`);
  });

  it('says that a draft is one', () => {
    const rows = rowsOf(renderCsv(reportOf(CITY_2025, { edition: null })));
    expect(new Set(rows.map((row) => row['版次']))).toEqual(new Set(['草稿']));
  });
});
