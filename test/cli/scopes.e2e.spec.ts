import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found, granted, openings, received } from './lines.testkit.js';

const REGION = ['--agency', 'district', '--year', '2024', '--scope', 'region'];
const REPORT = 'test/fixtures/reports/2024-huaian-hongze-qu.json';

const district = {
  ...found,
  agency: 'district',
  body: { on: '2010-01-01', name: '淮安市洪泽区人民政府', level: 'district', parentId: null },
};
const below = { ...found, body: { on: '2010-01-01', name: '示例镇人民政府', level: 'town', parentId: 'district' } };

/** A district whose report is imported, and a town below it with one case. */
describe('scopes from the command line', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  beforeAll(async () => {
    await run('play', place.file('a.jsonl', [district, below, ...openings, received('C-1'), ...granted('C-1')]));
  });
  afterAll(() => place.clear());

  it('year tables: who is missing, until a report is imported; a second time it is refused', async () => {
    const before = await run('year', 'tables', ...REGION);
    expect(before.code).toBe(0);
    expect(before.stdout).toMatch(/district\s+淮安市洪泽区人民政府\s+没有数字/);
    expect(before.stdout).toContain('district 的数字不明：200 栏');

    const words = ['year', 'import-report', '--agency', 'district', '--year', '2024', '--file', REPORT];
    const more = ['--original', 'test/fixtures/reports/2023-huaian-hongze-qu.json', '--title', '2024年度报告'];
    const imported = await run(...words, ...more);
    expect(imported.stdout).toBe('已导入 district 2024 年度公布的报告（年度账版本号 0）\n');
    expect(await run(...words)).toMatchObject({ code: 1, stderr: expect.stringContaining('already-imported') });
  });

  it('year tables: what an imported report leaves unknown, and in the other form', async () => {
    const view = documentOf(await run('year', 'tables', ...REGION, '--json'));
    expect(view).toMatchObject({
      missing: [],
      notClosed: ['town'],
      figures: { table3: { new: [96, 0, 0, 0, 0, 0, 96] } },
    });
    // The district prints （六） as one row: its three rows stay unknown in the 2021 form, and nothing else does.
    const partial = (view['partial'] as { cell: string; unknown: string[] }[]).map(({ cell }) => cell.split('/')[1]);
    expect([...new Set(partial)]).toEqual(['other.overdueCorrection', 'other.overdueFee', 'other.other']);
    expect(documentOf(await run('year', 'tables', ...REGION, '--json', '--form', '2019'))).toMatchObject({
      figures: { table3: { 'other.all': [0, 0, 0, 0, 0, 0, 0], resolvedTotal: [96, 0, 0, 0, 0, 0, 96] } },
    });
  });

  it('year rules and audit of a region; case cells names its total', async () => {
    const rules = await run('year', 'rules', ...REGION, '--form', '2019');
    expect(rules.stdout).toMatch(/^核对各成员之和\n[^]*V10\s+符合/);
    const audit = await run('year', 'audit', ...REGION);
    expect(audit).toMatchObject({ code: 0, stdout: expect.stringContaining('核对 2 个机关、1 件') });
    expect((await run('case', 'cells', 'C-1', '--to-year', '2024')).stdout).toMatch(/2024\s+district\s+本地区/);
  });

  it('year cell of a region: the parts of the members, then cases or register entries', async () => {
    const cell = await run('year', 'cell', 'table3/new/total', ...REGION);
    expect(cell.stdout).toMatch(
      /district\s+\S+\s+95\s+来自导入报告：《2024年度报告》，2024-huaian-hongze-qu\.json（SHA-256 /,
    );
    expect(cell.stdout).toMatch(/town\s+C-1\s+0\s+2024-03-01\s+收到申请/);
    const stock = await run('year', 'cell', 'table2/normativeDocuments/inForce', ...REGION);
    expect(stock.stdout).toMatch(/town\s+2024\s+1\s+2024-01-01\s+登记规章和行政规范性文件\s+\+0/);
  });

  it('an imported report of the region is judged beside the sum', async () => {
    const words = [
      'year',
      'import-report',
      '--agency',
      'district',
      '--year',
      '2024',
      '--file',
      REPORT,
      '--scope',
      'region',
    ];
    expect((await run(...words)).code).toBe(0);
    const rules = await run('year', 'rules', ...REGION);
    expect(rules.code).toBe(1);
    expect(rules.stdout).toContain(
      'V10：一、本年新收政府信息公开申请数量“总计”：汇总表 95，而各成员之和 96（尚未结账：示例镇人民政府）',
    );
  });

  it('from a published file over report lint to the totals; what could not be read stays unknown', async () => {
    const whole = readFileSync('test/fixtures/reports/2024-huaian-hongze-qu.txt', 'utf8');
    const original = place.file('report.txt', [whole.replace(/^(一、本年新收\D*?)\d+/m, '$1?')]);
    const linted = await run('report', 'lint', original, '--json');
    expect(documentOf(linted)['files']).toMatchObject([{ year: 2024, unread: [{ table: 3, row: 'new' }] }]);
    const words = ['--agency', 'district', '--year', '2024', '--original', original];
    const file = place.file('lint.json', [linted.stdout]);
    expect(await run('year', 'import-report', ...words, '--file', file)).toMatchObject({ code: 0 });
    const { partial } = documentOf(await run('year', 'tables', ...REGION, '--json')) as { partial: { cell: string }[] };
    expect(partial.map(({ cell }) => cell)).toContain('table3/new/natural-person');
    const two = place.file('two.json', [(await run('report', 'lint', original, original, '--json')).stdout]);
    const refused = await run('year', 'import-report', ...words, '--file', two);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('2 份报告') });
  });

  it.each([
    ['no file', [], 2, '--file'],
    ['a missing file', ['--file', 'nowhere.json'], 2, 'nowhere.json'],
    [
      'a report of another year',
      ['--file', 'test/fixtures/reports/2022-songzhuang-zhen.json'],
      1,
      'report-of-other-year',
    ],
    ['a file that holds no report', ['--file', 'package.json'], 1, 'body.report'],
    ['an unknown scope', ['--file', REPORT, '--scope', 'country'], 2, '--scope'],
  ])('%s is refused in Chinese, without a stack trace', async (_name, words, code, said) => {
    const refused = await run('year', 'import-report', '--agency', 'town', '--year', '2024', ...words);
    expect(refused).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(said) });
    expect(refused.stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
