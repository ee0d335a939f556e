import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace, type Run } from './cli.testkit.js';
import { foundBody, openingsOf } from './lines.testkit.js';

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
