import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, type Json } from '#kernel';
import { documentOf, gongkai, Workplace, type Run } from './cli.testkit.js';

/** `received`: SHA-256 of the canonical JSON of the report as it came from its publisher. */
const REPORTS = [
  {
    fixture: '2022-songzhuang-zhen.json',
    agency: 'songzhuang',
    year: 2022,
    received: 'b5b1d8ead7492389c9e6c294093bd1fe35345f6f8399b473152ac632660c18e0',
  },
  {
    fixture: '2023-huaian-hongze-qu.json',
    agency: 'hongze',
    year: 2023,
    received: '85cf1639be1b30bf6855ae6f6c89a03ed316266aaece5049489e3d3b57ed0e41',
  },
  {
    fixture: '2024-huaian-hongze-qu.json',
    agency: 'hongze',
    year: 2024,
    received: 'ab20ceed76031632b0f9e69b98e7f8c9e9b7c38e23ad86ad7a6a1a2e1dc577a5',
  },
] as const;

type Row = readonly number[];
interface Tables {
  readonly table2: object;
  readonly table3: Readonly<Record<string, Row>>;
  readonly table4: Readonly<Record<string, Row>>;
}
interface Example {
  readonly years: readonly {
    readonly agency: string;
    readonly year: number;
    readonly digest: string;
    readonly published: { readonly total: number; readonly channels: readonly { channel: string; count: number }[] };
    readonly tables: Tables;
  }[];
}

const fixture = (name: string) => JSON.parse(readFileSync(join('test/fixtures/reports', name), 'utf8')) as Tables;

/** Both published Hongze reports print （六）其他处理 as one row although their form has three. */
function asPublished(ours: Tables['table3'], published: Tables['table3']): Tables['table3'] {
  if (!('other.all' in published)) return ours;
  const { 'other.overdueCorrection': a, 'other.overdueFee': b, 'other.other': c, ...rows } = ours;
  return { ...rows, 'other.all': a!.map((value, column) => value + b![column]! + c![column]!) };
}

describe('gongkai example', () => {
  const place = new Workplace();
  let first: Run;
  let example: Example;
  beforeAll(async () => {
    first = await gongkai(['example', '--data', place.data, '--json'], { apart: true });
    example = documentOf(first) as unknown as Example;
  });
  afterAll(() => place.clear());

  it('plays, closes and prints the three reports', () => {
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(example.years.map(({ agency, year }) => ({ agency, year }))).toEqual(
      REPORTS.map(({ agency, year }) => ({ agency, year })),
    );
  });

  describe.each(REPORTS)('$agency $year', ({ fixture: name, year, agency, received }) => {
    const published = fixture(name);
    const ours = () => example.years.find((one) => one.year === year && one.agency === agency)!.tables;

    it('gives every figure of table 2 that was published', () => {
      expect(ours().table2).toEqual(published.table2);
    });

    it('gives every figure of table 3 that was published', () => {
      expect(asPublished(ours().table3, published.table3)).toEqual(published.table3);
    });

    it('gives every figure of table 4 that was published', () => {
      const corrected = { ...published.table4 };
      if (year === 2023) {
        // The district printed 0 as the total of 10 + 1 reconsiderations and of 5 suits. Ours are the sums.
        expect(published.table4['review']).toEqual([10, 1, 0, 0, 0]);
        expect(published.table4['suitAfterReview']).toEqual([5, 0, 0, 0, 0]);
        corrected['review'] = [10, 1, 0, 0, 11];
        corrected['suitAfterReview'] = [5, 0, 0, 0, 5];
      }
      expect(ours().table4).toEqual(corrected);
    });

    it('answers `year tables --json` with the same tables', async () => {
      const words = ['year', 'tables', '--agency', agency, '--year', String(year), '--json', '--data', place.data];
      expect(documentOf(await gongkai(words))).toEqual(ours());
    });

    it('verifies from the log alone', async () => {
      const words = ['year', 'verify', '--agency', agency, '--year', String(year), '--json', '--data', place.data];
      const run = await gongkai(words);
      expect(run.code).toBe(0);
      expect(documentOf(run)).toMatchObject({ equal: true, differences: [] });
    });

    it('has a fixture equal to the report as it was received', () => {
      expect(hash('sha256', canonicalJson(published as unknown as Json))).toBe(received);
    });
  });

  it('counts the items published of section one: 304 in Songzhuang, 1136 and 2428 in Hongze', () => {
    const [songzhuang, ...hongze] = example.years.map(({ published }) => published);
    const channels = Object.fromEntries(songzhuang!.channels.map(({ channel, count }) => [channel, count]));
    expect(songzhuang!.total).toBe(304);
    expect(channels).toEqual({ 网站: 102, 党务公开: 22, 云上孟津: 180 });
    expect(hongze.map(({ total }) => total)).toEqual([1136, 2428]);
  });

  it('prints （六）其他处理 as one row in the form of 2019', async () => {
    const words = ['year', 'tables', '--agency', 'hongze', '--year', '2024', '--form', '2019', '--json'];
    const { table3 } = documentOf(await gongkai([...words, '--data', place.data])) as unknown as Tables;
    expect(table3['other.all']).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Object.keys(table3).filter((row) => row.startsWith('other.'))).toEqual(['other.all']);
  });

  it('run again on the same data prints the same, digest for digest', async () => {
    const again = await gongkai(['example', '--data', place.data, '--json']);
    expect(again).toEqual(first);
  });

  it('without --data prints the official layout and leaves nothing behind', async () => {
    const temporary = join(place.directory, 'tmp');
    mkdirSync(temporary);
    const { code, stdout, stderr } = await gongkai(['example'], { env: { TMPDIR: temporary }, apart: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { digest } of example.years) expect(stdout).toContain(digest);
    for (const title of ['送庄镇人民政府2022年', '淮安市洪泽区人民政府2023年', '淮安市洪泽区人民政府2024年']) {
      expect(stdout).toContain(`${title}政府信息公开工作年度报告`);
    }
    expect(stdout.match(/四、政府信息公开行政复议、行政诉讼情况/g)).toHaveLength(3);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
