import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found, granted, openings, received } from './lines.testkit.js';

/** Every command that does something, with the words it cannot do without. */
const COMMANDS: readonly (readonly string[])[] = [
  ['serve'],
  ['example'],
  ['play'],
  ['case', 'show'],
  ['case', 'history'],
  ['case', 'clock'],
  ['case', 'due'],
  ['case', 'replay'],
  ['case', 'diff'],
  ['case', 'cells'],
  ['worklist'],
  ['year', 'tables'],
  ['year', 'rules'],
  ['year', 'close'],
  ['year', 'verify'],
  ['year', 'cell'],
  ['year', 'late'],
  ['year', 'editions'],
  ['year', 'drift'],
  ['year', 'restate'],
  ['year', 'accept-drift'],
  ['year', 'waive'],
  ['year', 'audit'],
  ['calendar', 'list'],
  ['calendar', 'publish'],
  ['calendar', 'impact'],
  ['agency', 'list'],
  ['agency', 'show'],
  ['agency', 'found'],
  ['agency', 'rename'],
  ['agency', 'move'],
  ['agency', 'dissolve'],
  ['agency', 'set-policy'],
  ['token', 'create'],
  ['token', 'list'],
  ['token', 'revoke'],
  ['projection', 'status'],
  ['projection', 'rebuild'],
  ['log', 'verify'],
  ['evidence', 'case'],
  ['evidence', 'year'],
];

describe('gongkai', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  beforeAll(async () => {
    const lines = [found, ...openings, received('C-1'), ...granted('C-1'), received('C-2')];
    await run('play', place.file('a.jsonl', lines));
  });
  afterAll(() => place.clear());

  describe('help', () => {
    it.each(COMMANDS.map((words) => [words.join(' '), words] as const))(
      '`%s --help` is Chinese, names options and exit codes, and stands in docs/cli.md',
      async (name, words) => {
        const { code, stdout, stderr } = await gongkai([...words, '--help']);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toContain(`用法：gongkai ${name}`);
        for (const part of ['选项：', '--data', '--json', '--debug', '退出码：', '130  被中断'])
          expect(stdout).toContain(part);
        expect(stdout).not.toMatch(/Usage|Options|Commands|display help/);
        expect(readFileSync('docs/cli.md', 'utf8')).toContain(`\`gongkai ${name}`);
      },
    );

    it('without a command is wrong usage and lists the commands', async () => {
      const { code, stderr } = await gongkai([]);
      expect(code).toBe(2);
      for (const name of new Set(COMMANDS.map(([first]) => first!))) expect(stderr).toContain(`  ${name} `);
    });

    it('of a group without a command is wrong usage', async () => {
      const { code, stderr } = await gongkai(['year']);
      expect(code).toBe(2);
      expect(stderr).toContain(
        'tables、cell、late、rules、close、editions、drift、restate、accept-drift、verify、audit',
      );
    });

    it('--version prints the version of the package', async () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      expect(await gongkai(['--version'], { apart: true })).toMatchObject({ code: 0, stdout: `${version}\n` });
    });
  });

  describe('for people and for machines', () => {
    it('case show: state, due date, allowed steps', async () => {
      const { code, stdout } = await run('case', 'show', 'C-2');
      expect(code).toBe(0);
      for (const part of ['办理中', '2024-03-29', 'p-1（自然人）', 'propose-decision']) expect(stdout).toContain(part);
      expect(documentOf(await run('case', 'show', 'C-2', '--json'))).toMatchObject({
        case: { caseId: 'C-2', status: 'in-progress' },
        due: '2024-03-29',
      });
    });

    it('case history: every entry with its person and its two dates, below it what it says', async () => {
      const { stdout } = await run('case', 'history', 'C-1');
      expect(stdout.split('\n').filter((line) => /^ +\d /.test(line))).toHaveLength(4);
      expect(stdout).toMatch(
        / {3}2 {2}2024-03-12 {2}审核处理决定 {2}li-si {6}审核人 {2}2024-03-12T02:00:00\.000Z\n {6}审核之日：2024-03-12\n {6}审核结果：通过\n {3}3 /,
      );
      expect(stdout).toContain('\n      答复书：示公开答〔2024〕1号\n');
      const { entries } = documentOf(await run('case', 'history', 'C-1', '--json')) as {
        entries: { type: string; facts: object[] }[];
      };
      expect(entries[2]?.facts).toEqual([
        { path: 'on', label: '审核之日', text: '2024-03-12' },
        { path: 'result', label: '审核结果', text: '通过' },
      ]);
      expect(entries.map(({ type }) => type)).toEqual([
        'case.application-received',
        'case.decision-proposed',
        'case.decision-reviewed',
        'case.reply-dispatched',
      ]);
    });

    it('case clock: the date, its reasons, every day', async () => {
      const { stdout } = await run('case', 'clock', 'C-2');
      expect(stdout).toContain('答复期限届满日：2024-03-29');
      expect(stdout).toMatch(/2024-03-04\s+第 1 个工作日/);
      expect(stdout).toMatch(/2024-03-02\s+不计（休息日）/);
      expect(stdout).toMatch(/2024-03-29\s+第 20 个工作日/);
      const { reading } = documentOf(await run('case', 'clock', 'C-2', '--json')) as {
        reading: { due: string; days: object[] };
      };
      expect(reading.due).toBe('2024-03-29');
      expect(reading.days).toHaveLength(28);
    });

    it('worklist: open cases, the most urgent first', async () => {
      const { stdout } = await run('worklist', '--agency', 'town', '--overdue');
      expect(stdout).toMatch(/C-2\s+town\s+办理中\s+2024-03-01\s+2024-03-29（逾期）\s+-\d+/);
      expect(stdout).not.toContain('C-1');
      expect(documentOf(await run('worklist', '--status', 'closed', '--json'))).toMatchObject({
        lines: [{ caseId: 'C-1', status: 'closed' }],
        next: null,
      });
      expect((await run('worklist', '--agency', 'nowhere')).stdout).toContain('没有符合条件的申请件');
    });

    it('year rules and tables of a year that is open', async () => {
      const { code, stdout } = await run('year', 'rules', '--agency', 'town', '--year', '2024');
      expect(code).toBe(0);
      expect(stdout).toMatch(/V1\s+符合/);
      expect(stdout).toContain('可以结账');
      expect((await run('year', 'tables', '--agency', 'town', '--year', '2024')).stdout).toContain('本年度尚未结账');
    });

    it('year rules of a year without balances: what fails, and exit code 1', async () => {
      const { code, stdout } = await run('year', 'rules', '--agency', 'town', '--year', '2020');
      expect(code).toBe(1);
      expect(stdout).toContain('不能结账：V6');
      const closing = await run('year', 'close', '--agency', 'town', '--year', '2020');
      expect(closing.code).toBe(1);
      expect(closing.stderr).toContain('错误（rules-failed）');
      expect(closing.stderr).toContain('V6');
    });

    it('year waive: a rule that fails no longer blocks the closing, once another person approves', async () => {
      const year = ['--agency', 'town', '--year', '2020'];
      const waive = (...more: string[]) =>
        run('year', 'waive', ...year, '--rule', 'V6', '--reason', '未登记上年结转', ...more);
      expect(await waive('--approved-by', 'b')).toMatchObject({ code: 2, stderr: expect.stringContaining('--actor') });
      expect((await waive('--actor', 'a', '--approved-by', 'a')).stderr).toContain('four-eyes');
      const decision = ['--actor', 'a', '--approved-by', 'b'];
      expect((await waive(...decision, '--edition', '2')).stderr).toContain('year-not-closed');
      expect(await waive(...decision)).toMatchObject({ code: 0, stdout: expect.stringContaining('的规则 V6') });
      expect((await waive(...decision)).stderr).toContain('already-waived');
      expect((await run('year', 'rules', ...year)).stdout).not.toContain('不能结账');
      expect(await run('year', 'close', ...year)).toMatchObject({ code: 0 });
      expect((await waive(...decision)).stderr).toContain('year-closed');
    });

    it('projection status and rebuild', async () => {
      expect((await run('projection', 'status')).stdout).toMatch(/statistics\s+\d+\s+已是最新/);
      const rebuilt = await run('projection', 'rebuild', '--json');
      expect(rebuilt.code).toBe(0);
      expect(documentOf(rebuilt)).toMatchObject({
        results: [
          { projection: 'statistics', equal: true, swapped: true },
          { projection: 'caseload', equal: true, swapped: true },
        ],
      });
      expect((await run('projection', 'rebuild', 'nothing')).code).toBe(1);
    });

    it('log verify counts what it found whole, and tells the root of the log', async () => {
      const found = documentOf(await run('log', 'verify', '--json'));
      const { position, root } = found as { position: string; root: string };
      expect(found).toEqual({ streams: 5, events: 10, pagesChecked: true, intact: true, position, root });
      expect(root).toMatch(/^[0-9a-f]{64}$/);
      expect((await run('log', 'verify')).stdout).toBe(
        `核验一致：5 条流、10 个事件，哈希链完整\n默克尔根（位置 ${position}）${root}\n`,
      );
    });

    it('log verify compares with a root that was kept elsewhere, also for an earlier position', async () => {
      const early = ['log', 'verify', '--position', '0000000000000003'];
      const { root } = documentOf(await run(...early, '--json')) as { root: string };
      const same = await run(...early, '--expect-root', root.toUpperCase());
      expect([same.code, same.stdout]).toEqual([0, expect.stringContaining('与留存的默克尔根相同')]);
      const other = await run('log', 'verify', '--expect-root', root);
      expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('换成了旧备份')]);
      expect((await run('log', 'verify', '--expect-root', 'abc')).code).toBe(2);
    });

    it('global options may stand before the command, and GONGKAI_DATA names the data directory', async () => {
      const { stdout } = await gongkai(['--json', '--data', place.data, 'case', 'show', 'C-1']);
      expect(JSON.parse(stdout)).toMatchObject({ case: { caseId: 'C-1' } });
      expect((await gongkai(['case', 'show', 'C-1'], { env: { GONGKAI_DATA: place.data }, apart: true })).code).toBe(0);
    });
  });
});
