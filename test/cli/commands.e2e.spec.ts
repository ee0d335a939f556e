import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  ['worklist'],
  ['year', 'tables'],
  ['year', 'rules'],
  ['year', 'close'],
  ['year', 'verify'],
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
      expect(stderr).toContain('tables、rules、close、verify');
    });

    it('--version prints the version of the package', async () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      expect(await gongkai(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
    });
  });

  describe('wrong usage ends with 2, in Chinese, without a stack trace', () => {
    it.each([
      ['an unknown command', ['frobnicate'], '没有命令 frobnicate'],
      ['an unknown command of a group', ['year', 'open'], '没有命令 open'],
      ['an unknown option', ['worklist', '--frob'], '没有选项 --frob'],
      ['a missing argument', ['case', 'show'], '缺少参数'],
      ['too many arguments', ['case', 'show', 'a', 'b'], '参数过多'],
      ['a missing option', ['year', 'tables', '--agency', 'town'], '缺少必需的选项 --year'],
      [
        'a year that is none',
        ['year', 'tables', '--agency', 'town', '--year', '23'],
        '--year 应为 2007 至 9999 的整数',
      ],
      ['a form that is none', ['year', 'tables', '--agency', 'town', '--year', '2024', '--form', '2020'], '2019、2021'],
      ['a status that is none', ['worklist', '--status', 'open'], 'awaiting-confirmation'],
      ['a date that is none', ['agency', 'rename', 'town', '--name', 'x', '--on', '2024-02-30'], '--on 应为日期'],
      [
        'a role that is none',
        ['token', 'create', '--staff', 'a', '--role', 'king', '--agencies', '*'],
        'handler、reviewer',
      ],
      [
        'two ends of a token',
        ['token', 'create', '--days', '3', '--expires', '2999-01-01T00:00:00.000Z'],
        '只能写一个',
      ],
      ['a port that is none', ['serve', '--port', '70000'], '--port 应为'],
    ] as const)('%s', async (_what, words, message) => {
      const { code, stdout, stderr } = await run(...words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stderr).not.toMatch(/error: /);
    });
  });

  it('an option without its value is wrong usage too', async () => {
    const { code, stderr } = await gongkai(['worklist', '--agency']);
    expect(code).toBe(2);
    expect(stderr).toContain('选项 --agency');
  });

  describe('what is refused ends with 1', () => {
    it.each([
      ['a case that does not exist', ['case', 'show', 'nobody'], 'not-found'],
      ['an agency that does not exist', ['year', 'tables', '--agency', 'nowhere', '--year', '2024'], 'not-found'],
      ['a year that is not over', ['year', 'close', '--agency', 'town', '--year', '9999'], 'year-not-over'],
      ['a year that was never closed', ['year', 'verify', '--agency', 'town', '--year', '2024'], 'year-not-closed'],
      ['an agency founded twice', ['agency', 'found', 'town', '--name', 'x', '--level', 'town'], 'agency-exists'],
      ['a policy that changes nothing', ['agency', 'set-policy', 'town'], 'nothing-changed'],
      ['a token that does not exist', ['token', 'revoke', 'nothing'], 'not-found'],
    ] as const)('%s', async (_what, words, expected) => {
      const text = await run(...words);
      expect(text).toMatchObject({ code: 1, stdout: '' });
      expect(text.stderr).toContain(`错误（${expected}）`);
      const json = await run(...words, '--json');
      expect(json.code).toBe(1);
      expect(documentOf(json)).toMatchObject({ error: { code: expected } });
    });

    it('--debug adds the stack trace, on standard error', async () => {
      const { stdout, stderr } = await run('case', 'show', 'nobody', '--debug');
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^\s+at /m);
    });
  });

  describe('a store that cannot serve ends with 3', () => {
    it('is missing: and no directory is made for a question', async () => {
      const nowhere = join(place.directory, 'nowhere');
      for (const words of [['worklist'], ['case', 'show', 'C-1'], ['log', 'verify']]) {
        const result = await gongkai([...words, '--data', nowhere]);
        expect(result).toMatchObject({ code: 3, stdout: '' });
        expect(result.stderr).toContain('store-missing');
      }
      expect(existsSync(nowhere)).toBe(false);
    });

    it('is damaged', async () => {
      const damaged = new Workplace();
      try {
        await gongkai(['play', damaged.file('a.jsonl', [found, received('C-1')]), '--data', damaged.data]);
        truncateSync(join(damaged.data, 'log.db'), 5_000);
        const result = await gongkai(['case', 'show', 'C-1', '--data', damaged.data]);
        expect(result).toMatchObject({ code: 3, stdout: '' });
        expect(result.stderr).toContain('store-corrupt');
      } finally {
        damaged.clear();
      }
    });

    it('is no database', async () => {
      const foreign = new Workplace();
      try {
        await gongkai(['play', foreign.file('a.jsonl', [found]), '--data', foreign.data]);
        writeFileSync(join(foreign.data, 'log.db'), 'not a database, but long enough to look like one'.repeat(100));
        expect((await gongkai(['worklist', '--data', foreign.data])).code).toBe(3);
      } finally {
        foreign.clear();
      }
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

    it('case history: every entry with its person and its two dates', async () => {
      const { stdout } = await run('case', 'history', 'C-1');
      expect(stdout.trim().split('\n')).toHaveLength(5);
      expect(stdout).toMatch(/2024-03-12\s+审核处理决定\s+li-si\s+reviewer\s+2024-03-12T02:00:00\.000Z/);
      const { entries } = documentOf(await run('case', 'history', 'C-1', '--json')) as { entries: { type: string }[] };
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

    it('projection status and rebuild', async () => {
      expect((await run('projection', 'status')).stdout).toMatch(/statistics\s+\d+\s+/);
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

    it('log verify counts what it found whole', async () => {
      expect((await run('log', 'verify')).stdout).toBe('核验一致：4 条流、8 个事件，哈希链完整\n');
      expect(documentOf(await run('log', 'verify', '--json'))).toEqual({ streams: 4, events: 8, intact: true });
    });

    it('global options may stand before the command, and GONGKAI_DATA names the data directory', async () => {
      const { stdout } = await gongkai(['--json', '--data', place.data, 'case', 'show', 'C-1']);
      expect(JSON.parse(stdout)).toMatchObject({ case: { caseId: 'C-1' } });
      expect((await gongkai(['case', 'show', 'C-1'], { env: { GONGKAI_DATA: place.data } })).code).toBe(0);
    });
  });
});
