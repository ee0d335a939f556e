import { describe, expect, it } from '@jest/globals';
import { allCells, table3Rows } from '#statistics';
import { SONGZHUANG_2022 } from '../testkit/songzhuang-2022.js';
import type { FigureRow, Form, Head, RowGroup } from './form.js';
import { FORMS } from './forms.js';

/** All labels of a form in reading order, with `0` for every figure, as a report full of zeros prints them. */
function printed(form: Form): string {
  const table2 = form.table2.flatMap(({ item, heads, rows }) => [
    item,
    ...heads,
    ...rows.flatMap(({ label, columns }) => [label, ...columns.map(() => '0')]),
  ]);
  const table3 = [form.table3.note, ...byLevel([form.table3.head]), ...form.table3.rows.flatMap(withZeros)];
  const table4 = [...byLevel(form.table4.heads), ...form.table4.blocks.flatMap(() => [...'00000'])];
  const [, second, third, fourth] = form.sections;
  return [second, ...table2, third, ...table3, fourth, ...table4].join('');
}

function byLevel(heads: readonly Head[]): readonly string[] {
  if (heads.length === 0) return [];
  return [...heads.map(({ label }) => label), ...byLevel(heads.flatMap(({ under }) => under ?? []))];
}

function withZeros(row: FigureRow | RowGroup): readonly string[] {
  return 'rows' in row ? [row.label, ...row.rows.flatMap(withZeros)] : [row.label, ...'0000000'];
}

function idsOf(row: FigureRow | RowGroup): readonly string[] {
  return 'rows' in row ? row.rows.flatMap(idsOf) : [row.id];
}

describe('the 2021 form', () => {
  it('reads, character by character, as a report of zeros in that form', () => {
    // 保留4位小数 is an addition of that report, no part of the form.
    const report = SONGZHUANG_2022.replaceAll(/\s/g, '').replace('（单位：万元，保留4位小数）', '（单位：万元）');
    expect(printed(FORMS['2021'])).toBe(report);
  });
});

describe('the 2019 form', () => {
  it('has its own table 2', () => {
    const parts = FORMS['2019'].table2.map(({ item, heads, rows }) => [
      item,
      heads.join(' '),
      ...rows.map(({ label }) => label),
    ]);
    expect(parts).toEqual([
      ['第二十条第（一）项', '信息内容 本年新制作数量 本年新公开数量 对外公开总数量', '规章', '规范性文件'],
      ['第二十条第（五）项', '信息内容 上一年项目数量 本年增/减 处理决定数量', '行政许可', '其他对外管理服务事项'],
      ['第二十条第（六）项', '信息内容 上一年项目数量 本年增/减 处理决定数量', '行政处罚', '行政强制'],
      ['第二十条第（八）项', '信息内容 上一年项目数量 本年增/减', '行政事业性收费'],
      ['第二十条第（九）项', '信息内容 采购项目数量 采购总金额', '政府集中采购'],
    ]);
  });

  it('differs in table 3 from the 2021 form in （六）其他处理 only, and in table 4 in nothing', () => {
    const lines = (form: Form) => form.table3.rows.flatMap(withZeros).join('\n').split('\n0\n0\n0\n0\n0\n0\n0');
    const [old, now] = [lines(FORMS['2019']), lines(FORMS['2021'])];
    expect(now.filter((line) => !old.includes(line))).toEqual([
      '\n（六）其他处理\n1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '\n2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '\n3.其他',
    ]);
    expect(old.filter((line) => !now.includes(line))).toEqual(['\n（六）其他处理']);
    expect(FORMS['2019'].table4).toEqual(FORMS['2021'].table4);
  });
});

describe.each(['2019', '2021'] as const)('the %s form', (id) => {
  it('holds every cell of its statistics once, in order', () => {
    const form = FORMS[id];
    expect(form.table3.rows.flatMap(idsOf)).toEqual([...table3Rows(id)]);
    const cells2 = form.table2.flatMap(({ rows }) =>
      rows.flatMap((row) => row.columns.map((column) => `${row.id} ${column}`)),
    );
    const known = allCells(id).flatMap((cell) => (cell.table === 2 ? [`${cell.row} ${cell.column}`] : []));
    expect(cells2.filter((cell) => cell !== 'procurement amountText')).toEqual(known);
  });

  it('has as many heads as figures in every part of table 2', () => {
    const wrong = FORMS[id].table2.filter(({ heads, rows }) =>
      rows.some(({ columns }) => columns.length !== heads.length - 1),
    );
    expect(wrong).toEqual([]);
  });
});
