import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found, openings, received } from './lines.testkit.js';

describe('gongkai refuses', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  beforeAll(async () => {
    await run('play', place.file('a.jsonl', [found, ...openings, received('C-1')]));
  });
  afterAll(() => place.clear());

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
        '--year 应为 2007 至 2100 的整数',
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
      ['a revision that is none', ['case', 'replay', 'C-1', '--revision', 'first'], '--revision 应为'],
      ['an instant that is none', ['case', 'replay', 'C-1', '--known-at', '2024-03-01'], '应为时刻：北京时间'],
      ['a reading that is none', ['case', 'replay', 'C-1', '--as', 'raw'], 'recorded、corrected'],
      ['a comparison with nothing', ['case', 'diff', 'C-1'], '缺少必需的选项 --from'],
      ['a point that is none', ['case', 'diff', 'C-1', '--from', 'yesterday'], '--from 应为 now'],
      ['a cell that is none', ['year', 'cell', 'table3/new', '--agency', 'town', '--year', '2024'], '没有单元格'],
      [
        'two states of knowledge',
        [
          ...['year', 'tables', '--agency', 'town', '--year', '2024', '--known-position', '1'],
          ...['--known-at', '2024-03-01T02:00:00.000Z'],
        ],
        '只能写一个',
      ],
      [
        'a restatement in nobody\u2019s name',
        [
          ...['year', 'restate', '--agency', 'town', '--year', '2024', '--reason', 'other'],
          ...['--explanation', 'x', '--approved-by', 'a'],
        ],
        '缺少必需的选项 --actor',
      ],
      ['a calendar that is not there', ['calendar', 'publish', 'no-such-file.json'], '文件不存在'],
      ['evidence of no year', ['evidence', 'year', '--agency', 'town'], '缺少必需的选项 --year'],
    ] as const)('%s', async (_what, words, message) => {
      const { code, stdout, stderr } = await run(...words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stderr).not.toMatch(/error: /);
    });
  });

  it('an option without its value is wrong usage too', async () => {
    const { code, stderr } = await gongkai(['worklist', '--agency'], { apart: true });
    expect(code).toBe(2);
    expect(stderr).toContain('选项 --agency');
  });

  describe('what is refused ends with 1', () => {
    it.each([
      ['a case that does not exist', ['case', 'show', 'nobody'], 'not-found'],
      ['an agency that does not exist', ['year', 'tables', '--agency', 'nowhere', '--year', '2024'], 'not-found'],
      ['a year that is not over', ['year', 'close', '--agency', 'town', '--year', '2100'], 'year-not-over'],
      ['a year that was never closed', ['year', 'verify', '--agency', 'town', '--year', '2024'], 'year-not-closed'],
      ['an agency founded twice', ['agency', 'found', 'town', '--name', 'x', '--level', 'town'], 'agency-exists'],
      ['a record that does not exist', ['case', 'replay', 'C-1', '--revision', '99'], 'revision-unknown'],
      [
        'an instant in the future',
        ['case', 'replay', 'C-1', '--known-at', '2999-01-01T00:00:00.000Z'],
        'instant-in-future',
      ],
      ['a day in the future', ['case', 'diff', 'C-1', '--from', 'on=2999-01-01'], 'date-in-future'],
      [
        'a position that does not exist',
        ['year', 'tables', '--agency', 'town', '--year', '2024', '--known-position', '9999999999999999'],
        'position-unknown',
      ],
      [
        'a drift of a year that was never closed',
        ['year', 'drift', '--agency', 'town', '--year', '2024'],
        'year-not-closed',
      ],
      [
        'an edition that does not exist',
        ['year', 'editions', '--agency', 'town', '--year', '2024', '--edition', '1'],
        'not-found',
      ],
      ['a calendar that is not recorded', ['calendar', 'impact', 'CN-2024-9'], 'not-found'],
      ['evidence of a case that does not exist', ['evidence', 'case', 'nobody'], 'not-found'],
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
        const result = await gongkai(['case', 'show', 'C-1', '--data', damaged.data], { apart: true });
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
});
