import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toGb18030 } from '../../libs/report-files/testkit/gb18030.js';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';

const report = (name: string) => join('test', 'fixtures', 'reports', name);
const HONGZE_2023 = report('2023-huaian-hongze-qu.txt');
const HONGZE_2024 = report('2024-huaian-hongze-qu.txt');
const SONGZHUANG = report('2022-songzhuang-zhen.txt');

const lint = (...words: readonly string[]) => gongkai(['report', 'lint', ...words]);

interface Linted {
  readonly status: string;
  readonly table3: unknown;
  readonly table4: unknown;
  readonly lastYear: string | null;
  readonly rules: readonly { readonly rule: string; readonly status: string }[];
  readonly error?: { readonly code: string; readonly message: string };
}
const filesOf = (run: Parameters<typeof documentOf>[0]) => documentOf(run)['files'] as readonly Linted[];
const statusOf = (linted: Linted | undefined, rule: string) => linted?.rules.find((one) => one.rule === rule)?.status;

describe('gongkai report lint', () => {
  const place = new Workplace();
  afterAll(() => place.clear());

  it('given a sound report, then its figures and 0', async () => {
    const run = await lint(SONGZHUANG);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/机关：送庄镇人民政府 +年度：2022 +格式：2021/);
    expect(run.stdout).toContain('符合：V1、V2、V3、V4');
  });

  it('given a report whose totals are wrong, then the rule with the figures and 1', async () => {
    const run = await lint(HONGZE_2023);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/不符 V4：/);
    expect(run.stdout).toMatch(/行政复议：结果维持 10 \+ 结果纠正 1 .*= 11，而 总计 0，相差 11/);
  });

  it('given --json, then one document with the figures in the schema of published data', async () => {
    const run = await lint('--json', HONGZE_2023, SONGZHUANG);
    expect(run.code).toBe(1);
    const [first, second] = filesOf(run);
    for (const [linted, name] of [
      [first, HONGZE_2023],
      [second, SONGZHUANG],
    ] as const) {
      const { format, year, table2, table3, table4 } = JSON.parse(
        readFileSync(name.replace('.txt', '.json'), 'utf8'),
      ) as Record<string, unknown>;
      expect(linted).toMatchObject({ format, year, table2, table3, table4, complete: true, unread: [] });
    }
    expect(documentOf(run)['summary']).toEqual({ files: 2, passed: 1, failed: 1, unreadable: 0 });
  });

  it('given two years of one agency, or last year by name, then both are compared', async () => {
    const [together] = filesOf(await lint('--json', HONGZE_2024, HONGZE_2023));
    const [named] = filesOf(await lint('--json', HONGZE_2024, '--last-year', HONGZE_2023));
    for (const linted of [together, named]) {
      expect(linted?.lastYear).toBe(HONGZE_2023);
      expect([statusOf(linted, 'V5'), statusOf(linted, 'V12')]).toEqual(['passed', 'passed']);
    }
  });

  it('given a report of another agency as last year, then it is not compared, and that is said', async () => {
    const run = await lint('--json', HONGZE_2024, '--last-year', SONGZHUANG);
    const [linted] = filesOf(run);
    expect(linted).toMatchObject({ lastYear: null, notes: [expect.stringContaining('不是淮安市洪泽区人民政府')] });
    expect([run.code, statusOf(linted, 'V5')]).toEqual([0, 'not-applicable']);
  });

  it('given carried-over figures that do not fit last year, then V5 fails with both', async () => {
    const changed = readFileSync(HONGZE_2024, 'utf8').replace(
      '二、上年结转政府信息公开申请数量 0',
      '二、上年结转政府信息公开申请数量 3',
    );
    const run = await lint(place.bytes('changed.txt', Buffer.from(changed)), HONGZE_2023);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/不符 V5[^]*上年结转.* 3，而 2023 年度报告.* 0/);
  });

  it('given GB18030, UTF-16, a byte order mark or another line ending, then the same figures', async () => {
    const text = readFileSync(HONGZE_2023, 'utf8');
    const [utf8] = filesOf(await lint('--json', HONGZE_2023));
    const gb18030 = place.bytes('gb18030.txt', toGb18030(text));
    const utf16 = place.bytes('utf16.txt', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const crlf = place.bytes('crlf.txt', Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`));
    for (const linted of filesOf(await lint('--json', gb18030, utf16, crlf))) {
      expect([linted.table3, linted.table4]).toEqual([utf8?.table3, utf8?.table4]);
    }
  });

  it('given files that cannot be read, then each with its reason, the others all the same, and 2', async () => {
    const huge = place.bytes('huge.pdf', Buffer.alloc(0));
    truncateSync(huge, 100 * 1_048_576);
    mkdirSync(join(place.directory, 'folder'));
    const run = await lint(
      '--json',
      place.bytes('empty.docx', Buffer.alloc(0)),
      huge,
      join(place.directory, 'folder'),
      join(place.directory, 'none'),
      HONGZE_2023,
      place.bytes('letter.txt', Buffer.from('通知：下周开会。')),
    );
    expect([run.code, run.stderr]).toEqual([2, '']);
    expect(filesOf(run).map(({ status, error }) => error?.code ?? status)).toEqual([
      'file-empty',
      'file-too-large',
      'file-unreadable',
      'file-unreadable',
      'failed',
      'report-not-found',
    ]);
    for (const { error } of filesOf(run)) expect(error?.message ?? '').not.toMatch(/Error|node_modules/);
    const people = await lint(huge, HONGZE_2023);
    expect(people.stdout).toMatch(/共 2 份：没有不符 0 份，有规则不符 1 份，无法读取 1 份/);
  });

  it('given a name that ends in something else, then it is read by its content, and that is said', async () => {
    const file = join(place.directory, 'report.pdf');
    writeFileSync(file, readFileSync(report('2023-shuyang-fagaiju.html')));
    const run = await lint(file);
    expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('内容实为 HTML')]);
  });
});
