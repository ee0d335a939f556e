import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportJsonSchema } from '#annual-report';
import { bytesBelow, documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found, granted, openings, received } from './lines.testkit.js';

const district = {
  ...found,
  agency: 'district',
  body: { on: '2010-01-01', name: '示例区人民政府', level: 'district', parentId: null },
};
const below = { ...found, body: { on: '2010-01-01', name: '示例镇人民政府', level: 'town', parentId: 'district' } };
const TOWN = [district, below, ...openings, received('C-1'), ...granted('C-1')];
const REGION = ['--agency', 'district', '--year', '2024', '--scope', 'region'];
const DRAFT = 'district-2024-region-annual-report-draft';
const HEAD = ['--actor', 'wang-wu'];
const FORMATS = ['json', 'html', 'csv'];

describe('the report of a region with a member that says nothing', () => {
  const place = new Workplace();
  const out = join(place.directory, 'out');
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  const file = (format: string) => readFileSync(join(out, `${DRAFT}.${format}`), 'utf8');
  beforeAll(async () => {
    await run('play', place.file('a.jsonl', TOWN));
  });
  afterAll(() => place.clear());

  it('is exported as a draft with blanks, and a notice says who is missing', async () => {
    const done = await run('report', 'export', ...REGION, '--out', out, '--format', FORMATS.join(','));
    expect(done).toMatchObject({ code: 0 });
    expect(done.stdout).toContain('没有数字的成员：示例区人民政府\n尚未结账、按现有数字汇总的成员：示例镇人民政府\n');
    expect(file('html')).toContain('<p class="notice">草稿（本地区汇总，数字不全或尚未确定）</p>');
    expect(file('html')).toContain('<p class="notice">没有数字的成员：示例区人民政府</p>');
    expect(file('html')).toContain('因示例区人民政府的数字不明，下列各表中 200 栏未知，留为空白');
    const report = reportJsonSchema.parse(JSON.parse(file('json')));
    expect(report).toMatchObject({
      scope: 'region',
      published: null,
      gaps: { missing: [{ agency: 'district' }] },
      tables: { table3: { new: [null, null, null, null, null, null, null] } },
    });
    expect(report.sections.flatMap(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs))).toEqual([]);
    const values = file('csv')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(-1));
    expect(new Set(values)).toEqual(new Set(['']));
    const shown = await run('report', 'show', ...REGION);
    expect(shown.stdout).toMatch(/^【草稿】数字为本地区各成员之和\n没有数字的成员：示例区人民政府\n/);
  });

  it('names the figures that an imported report leaves unknown, and them only', async () => {
    const report = 'test/fixtures/reports/2024-huaian-hongze-qu.json';
    const words = ['--agency', 'district', '--year', '2024', '--file', report, '--name-confirmed'];
    expect(await run('year', 'import-report', ...words)).toMatchObject({ code: 0 });
    const { gaps, figures } = documentOf(await run('report', 'show', ...REGION, '--json')) as {
      gaps: { unknown: { cell: string }[] };
      figures: { table3: Record<string, unknown> };
    };
    expect(new Set(gaps.unknown.map(({ cell }) => cell.split('/')[1]?.split('.')[0]))).toEqual(new Set(['other']));
    expect(figures.table3['new']).toEqual([96, 0, 0, 0, 0, 0, 96]);
    const shown = await run('report', 'show', ...REGION);
    expect(shown.stdout).toContain('本年度新收政府信息公开申请96件');
    expect(shown.stdout).not.toContain('办结申请');
    expect(shown.stdout).toMatch(/因示例区人民政府的数字不明，下列各表中 21 栏未知，留为空白：.*逾期/);
  });

  it('is not issued, and the refusal says why', async () => {
    expect(
      await run('report', 'sign', '--agency', 'district', '--year', '2024', '--signed-on', '2025-01-10', ...HEAD),
    ).toMatchObject({ code: 0 });
    const refused = await run('report', 'issue', ...REGION, ...HEAD);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('report-sum-incomplete');
    expect(refused.stderr).toContain('尚未结账、按现有数字汇总的成员：示例镇人民政府');
  });
});

describe('the reports of a district that everybody has closed', () => {
  const place = new Workplace();
  const out = join(place.directory, 'out');
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  const yearEnd = (...words: string[]) =>
    run('year-end', '--year', '2024', '--out', out, '--format', FORMATS.join(','), ...words);
  const read = (...path: string[]) => reportJsonSchema.parse(JSON.parse(readFileSync(join(out, ...path), 'utf8')));
  beforeAll(async () => {
    const ofDistrict = openings.map((line) => ({ ...line, agency: 'district' }));
    await run('play', place.file('a.jsonl', [...TOWN, ...ofDistrict]));
  });
  afterAll(() => place.clear());

  it('are written by the year-end run after all years are closed, with the sums for figures', async () => {
    const done = await yearEnd();
    expect(done).toMatchObject({ code: 0 });
    expect(done.stdout).toMatch(/district\s+示例区人民政府\s+本级\s+草稿\s+—\n/);
    expect(done.stdout).toMatch(/district\s+示例区人民政府\s+本地区\s+草稿\s+—\n/);
    expect(readdirSync(join(out, 'district')).filter((name) => !name.includes('.'))).toEqual(['level', 'region']);
    expect(readdirSync(join(out, 'town')).filter((name) => !name.includes('.'))).toEqual([]);
    const [own, town, region, level] = [
      read('district', 'district-2024-annual-report-draft.json'),
      read('town', 'town-2024-annual-report-draft.json'),
      read('district', 'region', `${DRAFT}.json`),
      read('district', 'level', 'district-2024-level-annual-report-draft.json'),
    ];
    expect(region.tables).toEqual(town.tables);
    expect(level.tables).toEqual(own.tables);
    expect(region).toMatchObject({
      title: own.title,
      scope: 'region',
      tables: { table3: { new: [1, 0, 0, 0, 0, 0, 1] } },
    });
    expect(region.gaps).toBeUndefined();
  });

  it('are the same bytes when the run is done again', async () => {
    const before = bytesBelow(out);
    expect(before).toHaveLength(4 * (FORMATS.length + 1));
    const again = documentOf(await yearEnd('--json'));
    expect(bytesBelow(out)).toEqual(before);
    expect(again['scopes']).toMatchObject([
      { agency: 'district', scope: 'level', status: 'draft', missing: [], notClosed: [], unknownFigures: 0 },
      { agency: 'district', scope: 'region', status: 'draft' },
    ]);
  });

  it('are written as drafts by a run in which some are refused, and the summary says who is missing', async () => {
    const elsewhere = join(place.directory, '2023');
    const done = await run('year-end', '--year', '2023', '--out', elsewhere, '--format', 'json');
    expect(done.code).toBe(1);
    expect(done.stdout).toMatch(/本地区\s+草稿\s+没有数字：district、town；未知 200 栏\n/);
    expect(readdirSync(elsewhere)).toEqual(['district']);
  });

  it('are issued, and then written as such', async () => {
    const target = ['--agency', 'district', '--year', '2024'];
    expect(await run('report', 'sign', ...target, '--signed-on', '2025-01-10', ...HEAD)).toMatchObject({ code: 0 });
    const issued = await run('report', 'issue', ...REGION, ...HEAD);
    expect(issued.stdout).toMatch(/^district 2024 年度报告：已定稿（本地区）/);
    expect((await yearEnd()).stdout).toMatch(/district\s+示例区人民政府\s+本地区\s+定稿\s+—\n/);
    expect(read('district', 'region', 'district-2024-region-annual-report.json')).toMatchObject({
      status: 'issued',
      edition: { number: 1 },
      issue: { number: 1 },
    });
    expect((await run('report', 'show', ...REGION)).stdout).toMatch(
      /^第 1 次定稿（.*），数字为本地区各成员之和（第 1 版）\n/,
    );
    expect((await run('report', 'show', ...target)).stdout).toMatch(/^【草稿】数字据第 1 版结账\n/);
  });

  it('say so when figures move after their issue: in the report, the tables, the check and the run', async () => {
    await run('play', place.file('late.jsonl', [received('C-LATE'), ...granted('C-LATE')]));
    const why = ['--reason', 'late-fact', '--explanation', '补登', '--approved-by', 'zhao-liu'];
    expect(await run('year', 'restate', '--agency', 'town', '--year', '2024', ...why, ...HEAD)).toMatchObject({
      code: 0,
    });

    const moved = /第 1 次定稿（.*）之后 6 个数字有变动；定稿不变，要改用现有数字的，再次定稿（report issue）：\n/;
    const line = /一、本年新收政府信息公开申请数量“总计” +1 +2 +table3\/new\/total\n/;
    const from = '来自：town 示例镇人民政府（第 1 版 → 第 2 版）\n';
    const check = await run('year-end', '--year', '2024', '--check');
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/district +示例区人民政府 +本级 +尚未定稿 +—\n/);
    expect(check.stdout).toMatch(/district +示例区人民政府 +本地区 +已定稿，其后数字有变动 +第 1 次/);
    for (const { stdout } of [await run('report', 'show', ...REGION), await run('year', 'tables', ...REGION), check]) {
      expect(stdout).toMatch(moved);
      expect(stdout).toMatch(line);
      expect(stdout).toContain(from);
    }
    const { drift, figures } = documentOf(await run('report', 'show', ...REGION, '--json'));
    expect(drift).toMatchObject({ issue: 1, cells: { length: 6 } });
    expect(figures).toMatchObject({ table3: { new: [1, 0, 0, 0, 0, 0, 1] } });
    const done = await yearEnd();
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(/本地区 +定稿，其后数字有变动 +—\n/);

    expect(await run('report', 'issue', ...REGION, ...HEAD)).toMatchObject({ code: 0 });
    expect((await run('report', 'show', ...REGION)).stdout).not.toContain('有变动');
    expect((await run('report', 'show', ...REGION, '--issue', '1')).stdout).not.toContain('有变动');
    expect((await run('year-end', '--year', '2024', '--check')).code).toBe(0);
  });
});
