import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportJsonSchema } from '#annual-report';
import { bytesBelow, documentOf, gongkai, Workplace, type Run } from './cli.testkit.js';
import { foundBody, granted, openingsOf, received } from './lines.testkit.js';

/** A figure so large that two of them cannot be added up exactly. */
const MOST_FEN = 999_999_999_999_999;
const fees = (agency: string) => ({
  command: 'record-fees',
  now: '2024-05-02T01:00:00.000Z',
  actor: 'zhang-san',
  role: 'handler',
  agency,
  body: { on: '2024-05-01', amountFen: MOST_FEN },
});

/** Two districts; the region of the first cannot be added up, its level and everything of the second can. */
const DISTRICTS = [
  foundBody('district', 'district', null, '示例区人民政府'),
  ...['town-a', 'town-b'].map((town) => foundBody(town, 'town', 'district', `${town}人民政府`)),
  foundBody('other', 'district', null, '邻区人民政府'),
  foundBody('other-town', 'town', 'other', '邻镇人民政府'),
  ...['district', 'town-a', 'town-b', 'other', 'other-town'].flatMap((agency) => openingsOf(agency)),
  ...['town-a', 'town-b'].map(fees),
];

describe('a year-end run where the tables of one scope cannot be computed', () => {
  const place = new Workplace();
  const out = join(place.directory, 'out');
  let done: Run;
  beforeAll(async () => {
    expect(await gongkai(['play', place.file('a.jsonl', DISTRICTS), '--data', place.data])).toMatchObject({ code: 0 });
    const words = ['year-end', '--year', '2024', '--out', out, '--format', 'json', '--data', place.data];
    done = await gongkai([...words, '--log-json'], { apart: true });
  });
  afterAll(() => place.clear());

  it('lists that scope as failing with its reason, and ends with 1', () => {
    expect(done.code).toBe(1);
    expect(done.stdout).toMatch(/district +示例区人民政府 +本级 +草稿 +—\n/);
    expect(done.stdout).toMatch(/district +示例区人民政府 +本地区 +未写出（sum-too-large）\n/);
    expect(done.stdout).toMatch(
      /\ndistrict（本地区）：行政事业性收费“本年收费金额”（以分计）各成员合计超过 999999999999999，不能汇总\n/,
    );
    expect(done.stdout).toContain('2024 年度：5 个机关，结账 5 个，未结账 0 个\n');
  });

  it('writes every other scope and file all the same', () => {
    const folders = (...path: string[]) => readdirSync(join(out, ...path)).filter((name) => !name.includes('.'));
    expect(folders()).toEqual(['district', 'other', 'other-town', 'town-a', 'town-b']);
    expect(folders('district')).toEqual(['level']);
    expect(folders('other')).toEqual(['level', 'region']);
  });

  it('logs it in a line of its own, and tells it to machines', async () => {
    const lines = done.stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as object] : []));
    const refused = { agency: 'district', scope: 'region', outcome: 'refused', refusal: { code: 'sum-too-large' } };
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'scope-refused', agency: 'district', scope: 'region' }),
    );
    expect(lines.filter((line) => 'msg' in line && line.msg === 'scope-written')).toHaveLength(3);
    const words = ['year-end', '--year', '2024', '--out', out, '--format', 'json', '--data', place.data, '--json'];
    const again = documentOf(await gongkai(words));
    expect(again['scopes']).toMatchObject([
      { outcome: 'written' },
      refused,
      { outcome: 'written' },
      { outcome: 'written' },
    ]);
  });
});

/**
 * A published report in the 2021 form: 34 applications received, one not ended, and 结转下年度 left blank in its last column. Its agency
 * has another name than the body of the test.
 */
const REPORT = 'test/fixtures/reports/2024-shanghai-stcsm.json';

/** A district with a bureau that publishes elsewhere, a town merged into another one in June, and one founded in July. */
const REORGANISED = [
  foundBody('district', 'district', null, '示例区人民政府'),
  foundBody('bureau', 'district-dept', 'district', '示例区科学技术局'),
  foundBody('town', 'town', 'district', '示例镇人民政府'),
  foundBody('town-gone', 'town', 'district', '并入镇人民政府'),
  foundBody('town-new', 'town', 'district', '新设镇人民政府', '2024-07-01'),
  ...['district', 'town', 'town-gone'].flatMap((agency) => openingsOf(agency)),
  ...openingsOf('town-new', '2024-07-01'),
  received('C-1'),
  ...granted('C-1'),
  received('C-2', { agency: 'town-gone' }),
  {
    command: 'dissolve-agency',
    now: '2024-12-03T01:00:00.000Z',
    actor: 'zheng-shi',
    role: 'operator',
    agency: 'town-gone',
    body: { on: '2024-06-30', successorId: 'town' },
  },
];

describe('a year-end run of a district that was reorganised, with a member that publishes elsewhere', () => {
  const place = new Workplace();
  const out = join(place.directory, 'out');
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  const yearEnd = (...words: string[]) =>
    run('year-end', '--year', '2024', '--out', out, '--format', 'json,csv', ...words);
  const read = (...path: string[]) => reportJsonSchema.parse(JSON.parse(readFileSync(join(out, ...path), 'utf8')));
  let done: Run;
  beforeAll(async () => {
    expect(await run('play', place.file('a.jsonl', REORGANISED))).toMatchObject({ code: 0 });
    const words = ['--agency', 'bureau', '--year', '2024', '--file', REPORT, '--name-confirmed'];
    expect(await run('year', 'import-report', ...words)).toMatchObject({ code: 0 });
    done = await yearEnd();
  });
  afterAll(() => place.clear());

  it('closes all that report here, the dissolved one marked, and names the imported one', () => {
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const rows = done.stdout.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 5));
    expect(rows).toEqual(
      expect.arrayContaining([
        ['bureau', '示例区科学技术局', '已导入其公布的报告'],
        ['district', '示例区人民政府', '已结账', '1', '0'],
        ['town', '示例镇人民政府', '已结账', '1', '0'],
        ['town-gone', '并入镇人民政府（已撤销）', '已结账', '1', '1'],
        ['town-new', '新设镇人民政府', '已结账', '1', '0'],
        ['district', '示例区人民政府', '本级', '草稿', '未知 1 栏'],
        ['district', '示例区人民政府', '本地区', '草稿', '未知 1 栏'],
      ]),
    );
    expect(done.stdout).toContain('2024 年度：5 个机关，结账 4 个，已导入其公布的报告 1 个，未结账 0 个\n');
  });

  it('writes the level and the region with all members in their places', () => {
    const { tables: level } = read('district', 'level', 'district-2024-level-annual-report-draft.json');
    const { tables: region, gaps } = read('district', 'region', 'district-2024-region-annual-report-draft.json');
    expect(level.table3['new']).toEqual([32, 2, 0, 0, 0, 0, 34]);
    expect(region.table3['new']).toEqual([34, 2, 0, 0, 0, 0, 36]);
    // The open case of the merged town is in; what the imported report leaves blank is unknown.
    expect(region.table3['carriedOut']).toEqual([2, 0, 0, 0, 0, 0, null]);
    expect(gaps).toMatchObject({
      missing: [],
      notClosed: [],
      unknown: [{ cell: 'table3/carriedOut/total', of: [{ agency: 'bureau' }] }],
      sectionOne: [{ agency: 'bureau' }],
    });
  });

  it('is the same bytes when it is done again', async () => {
    const before = bytesBelow(out);
    expect(before.map(([path]) => path.split('/').at(-1))).toContain('town-gone-2024-annual-report-draft.csv');
    const again = await yearEnd();
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/town-gone +并入镇人民政府（已撤销） +此前已结账/);
    expect(bytesBelow(out)).toEqual(before);
  });

  it('has nothing left to do afterwards', async () => {
    const check = await run('year-end', '--year', '2024', '--check');
    expect(check.code).toBe(0);
    expect(check.stdout).toMatch(/bureau +示例区科学技术局 +已导入其公布的报告/);
    expect(check.stdout).toMatch(/town-gone +并入镇人民政府（已撤销） +已结账/);
  });

  it('when a case of the year comes in beside the imported report, waits for somebody to decide which counts', async () => {
    expect(await run('play', place.file('b.jsonl', [received('C-9', { agency: 'bureau' })]))).toMatchObject({
      code: 0,
    });

    const check = await run('year-end', '--year', '2024', '--check');
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/bureau +示例区科学技术局 +已导入报告，又有本系统办件，待决定/);
    const reason =
      /^bureau：2024 年度的报告已于 .* 导入（2024-shanghai-stcsm\.json），.*year import-report.*year close）$/m;
    expect(check.stdout).toMatch(reason);
    const refused = await yearEnd();
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/bureau +示例区科学技术局 +未结账（import-undecided）/);
    expect(refused.stdout).toMatch(reason);

    // Whoever reads a total meanwhile is told that it holds the report, and what the case here would come to.
    const level = ['--agency', 'district', '--year', '2024', '--scope', 'level'];
    const undecided = /^bureau（示例区科学技术局）的数字未定：.*此处采用导入的报告/m;
    expect((await run('year', 'tables', ...level)).stdout).toMatch(undecided);
    const figure = await run('year', 'cell', 'table3/new/total', ...level);
    expect(figure.stdout).toMatch(undecided);
    expect(figure.stdout).toContain('本系统的办件或台账为 1，未定以哪个为准');
    expect((await run('year', 'audit', ...level)).stdout).toMatch(undecided);
    expect(refused.stdout).toContain('未定以哪个为准、按导入的报告：bureau');

    const words = ['--agency', 'bureau', '--year', '2024', '--file', REPORT, '--name-confirmed'];
    const decision = ['--reason', '另有系统', '--approved-by', 'zhao-liu'];
    expect(await run('year', 'import-report', ...words, ...decision)).toMatchObject({ code: 0 });
    const decided = await yearEnd();
    expect(decided.code).toBe(0);
    expect(decided.stdout).toContain('已导入其公布的报告（本系统的办件不计，批准人 zhao-liu）');
  });
});
