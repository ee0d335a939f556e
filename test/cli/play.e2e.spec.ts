import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace, type Run } from './cli.testkit.js';
import { found, granted, manyCases, openings, received } from './lines.testkit.js';

describe('gongkai play', () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
  });
  afterEach(() => place.clear());

  const play = (files: readonly string[], ...more: readonly string[]) =>
    gongkai(['play', ...files, '--data', place.data, '--json', ...more]);
  const eventsIn = async () =>
    documentOf(await gongkai(['log', 'verify', '--data', place.data, '--json']))['events'] as number;
  const counts = (run: Run) => {
    const { recorded, alreadyRecorded, refused } = documentOf(run);
    return { recorded, alreadyRecorded, refused };
  };

  it('records each line, and nothing when the file is played again', async () => {
    const file = place.file('a.jsonl', ['# 说明', '', found, received('C-1'), ...granted('C-1')]);
    const first = await play([file]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(counts(first)).toEqual({ recorded: 5, alreadyRecorded: 0, refused: 0 });
    const second = await play([file]);
    expect(second.code).toBe(0);
    expect(counts(second)).toEqual({ recorded: 0, alreadyRecorded: 5, refused: 0 });
    expect(await eventsIn()).toBe(5);
  });

  it('knows a line by its content: other spaces, another order of fields, another folder make no other command', async () => {
    const line = received('C-1');
    await play([place.file('a.jsonl', [found, line])]);
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(line).reverse()), null, 1).replaceAll('\n', ' ');
    const folder = join(place.directory, 'elsewhere');
    mkdirSync(folder);
    const moved = place.file('elsewhere/a.jsonl', [found, reordered]);
    expect(counts(await play([moved]))).toEqual({ recorded: 0, alreadyRecorded: 2, refused: 0 });
  });

  it('takes the same line twice as two commands, and records both once', async () => {
    const fees = {
      command: 'record-fees',
      now: '2024-06-28T01:00:00.000Z',
      actor: 'zhang-san',
      role: 'handler',
      agency: 'town',
      body: { on: '2024-06-28', amountFen: 12_345 },
    };
    const file = place.file('a.jsonl', [found, fees, fees]);
    expect(counts(await play([file]))).toEqual({ recorded: 3, alreadyRecorded: 0, refused: 0 });
    expect(counts(await play([file]))).toEqual({ recorded: 0, alreadyRecorded: 3, refused: 0 });
  });

  it('takes an `id` as the command id, whatever file it stands in', async () => {
    const line = { ...received('C-1'), id: 'receipt-of-C-1' };
    await play([place.file('a.jsonl', [found, line])]);
    expect(counts(await play([place.file('b.jsonl', [line])]))).toEqual({
      recorded: 0,
      alreadyRecorded: 1,
      refused: 0,
    });
    const other = { ...line, body: { ...(line['body' as never] as object), applicantRef: 'p-2' } };
    const run = await play([place.file('c.jsonl', [other])]);
    expect(run.code).toBe(1);
    expect(documentOf(run)['refusedLines']).toMatchObject([{ line: 1, error: { code: 'command-id-reused' } }]);
  });

  it('reads a byte order mark, CRLF and a last line without an end', async () => {
    const text = `\uFEFF${JSON.stringify(found)}\r\n\r\n# 注\r\n${JSON.stringify(received('C-1'))}`;
    const run = await play([place.bytes('a.jsonl', Buffer.from(text, 'utf8'))]);
    expect(counts(run)).toEqual({ recorded: 2, alreadyRecorded: 0, refused: 0 });
  });

  it('stops at the first refusal, with line, reason, state and what is allowed, before any later line', async () => {
    const [propose, , dispatch] = granted('C-1');
    const file = place.file('a.jsonl', [found, '', received('C-1'), propose!, dispatch!, received('C-2')]);
    const run = await gongkai(['play', file, '--data', place.data]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain(`${file}:5：dispatch-reply C-1`);
    expect(run.stdout).toContain('step-not-allowed');
    expect(run.stdout).toContain('案件状态为“待审核”，不能办理“发出答复”');
    expect(run.stdout).toContain('现状：待审核');
    expect(run.stdout).toContain('审核处理决定（review-decision）');
    expect(run.stdout).toContain('新记录 3 条，此前已记录 0 条，被拒绝 1 条');
    const later = await gongkai(['case', 'show', 'C-2', '--data', place.data, '--json']);
    expect(later.code).toBe(1);
    expect(documentOf(later)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('with --continue goes on and lists every refused line', async () => {
    const [propose, review, dispatch] = granted('C-1');
    const lines = [
      found,
      received('C-1'),
      dispatch!,
      '{ not json',
      propose!,
      review!,
      dispatch!,
      received('C-1', { case: 'C-2' }),
    ];
    const run = await play([place.file('a.jsonl', lines)], '--continue');
    expect(run.code).toBe(1);
    expect(counts(run)).toEqual({ recorded: 6, alreadyRecorded: 0, refused: 2 });
    expect(documentOf(run)).toMatchObject({
      stopped: null,
      refusedLines: [
        { line: 3, command: 'dispatch-reply', case: 'C-1', error: { code: 'step-not-allowed' } },
        { line: 4, command: null, case: null, error: { code: 'malformed-json' } },
      ],
    });
  });

  it('names the line of a file that is not UTF-8', async () => {
    const gbk = Buffer.concat([Buffer.from(`${JSON.stringify(found)}\n`), Buffer.from([0xd5, 0xc5, 0x0a])]);
    const run = await gongkai(['play', place.bytes('gbk.jsonl', gbk), '--data', place.data]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('位置：gbk.jsonl:2');
  });

  it('closes a year in the middle of a file, with everything before it', async () => {
    const close = {
      command: 'close-year',
      year: 2024,
      now: '2025-01-06T01:00:00.000Z',
      actor: 'zheng-shi',
      role: 'operator',
      agency: 'town',
    };
    const file = place.file('a.jsonl', [
      found,
      ...openings,
      received('C-1'),
      ...granted('C-1'),
      received('C-2'),
      close,
    ]);
    expect(counts(await play([file]))).toEqual({ recorded: 9, alreadyRecorded: 0, refused: 0 });
    const words = ['year', 'tables', '--agency', 'town', '--year', '2024', '--data', place.data, '--json'];
    expect(documentOf(await gongkai(words))).toMatchObject({
      table3: { new: [2, 0, 0, 0, 0, 0, 2], granted: [1, 0, 0, 0, 0, 0, 1], carriedOut: [1, 0, 0, 0, 0, 0, 1] },
    });
    expect(counts(await play([file]))).toEqual({ recorded: 0, alreadyRecorded: 9, refused: 0 });
  });

  describe('a line that is no command', () => {
    const good = JSON.stringify(found);
    const wrong = (change: object) => JSON.stringify({ ...found, ...change });
    it.each([
      ['broken JSON', good.slice(0, -1), 'malformed-json', null],
      ['a list', '[]', 'line-invalid', 'line'],
      ['a field given twice', good.replace('{', '{"agency":"x",'), 'duplicate-key', 'line.agency'],
      ['an unknown field', wrong({ agencies: 'town' }), 'line-invalid', 'line.agencies'],
      ['an unknown command', wrong({ command: 'drop-table' }), 'line-invalid', 'line.command'],
      [
        'the step of the closing alone',
        wrong({ command: 'carry-forward', case: 'C-1' }),
        'line-invalid',
        'line.command',
      ],
      ['no actor', wrong({ actor: undefined }), 'line-invalid', 'line.actor'],
      ['a name as actor', wrong({ actor: '张三' }), 'line-invalid', 'line.actor'],
      ['an unknown role', wrong({ role: 'king' }), 'line-invalid', 'line.role'],
      ['an agency that is no id', wrong({ agency: '../town' }), 'line-invalid', 'line.agency'],
      ['a step without a case', JSON.stringify({ ...received('C-1'), case: undefined }), 'line-invalid', 'line.case'],
      ['a year command without a year', wrong({ command: 'close-year', body: {} }), 'line-invalid', 'line.year'],
      ['an instant without milliseconds', wrong({ now: '2024-01-02T01:00:00Z' }), 'line-invalid', 'line.now'],
      ['a body that is a list', wrong({ body: [] }), 'line-invalid', 'line.body'],
      ['an id with a space', wrong({ id: 'a b' }), 'line-invalid', 'line.id'],
    ])('%s is refused as %#: wrong input, with its place', async (_what, line, code, path) => {
      const run = await play([place.file('a.jsonl', ['# 第一行', line])]);
      expect(run.code).toBe(2);
      const [refused] = documentOf(run)['refusedLines'] as [
        { line: number; error: { code: string; fields?: { path: string }[] } },
      ];
      expect({ line: refused.line, code: refused.error.code }).toEqual({ line: 2, code });
      if (path !== null) expect(refused.error.fields?.map((field) => field.path)).toContain(path);
      expect(existsSync(join(place.data, 'log.db')) ? await eventsIn() : 0).toBe(0);
    });

    it('is one that the command itself refuses: exit code 1', async () => {
      const future = place.file('a.jsonl', [{ ...found, now: '2999-01-01T00:00:00.000Z' }]);
      const run = await play([future]);
      expect(run.code).toBe(1);
      expect(documentOf(run)['refusedLines']).toMatchObject([{ error: { code: 'now-in-future' } }]);
    });

    it('is one for another agency than that of the case', async () => {
      const other = { ...found, agency: 'city', body: { ...(found['body'] as object), name: '示例市' } };
      const file = place.file('a.jsonl', [found, other, received('C-1'), { ...granted('C-1')[0]!, agency: 'city' }]);
      const run = await play([file]);
      expect(run.code).toBe(1);
      expect(documentOf(run)['refusedLines']).toMatchObject([{ line: 4, error: { code: 'not-found' } }]);
    });
  });

  describe('a file that cannot be read', () => {
    it.each([
      ['GBK text', Buffer.from([0x23, 0xcb, 0xb5, 0xc3, 0xf7, 0x0a]), 'not-utf-8', 1],
      ['UTF-16 text', Buffer.from(`\uFEFF${JSON.stringify(found)}`, 'utf16le'), 'not-utf-8', 1],
      ['a line of more than 1 MiB', Buffer.alloc(1_200_000, 0x20), 'line-too-long', 1],
    ])('%s ends the play with its place', async (_what, bytes, code, line) => {
      const run = await play([place.bytes('a.jsonl', bytes)], '--continue');
      expect(run.code).toBe(2);
      expect(documentOf(run)).toMatchObject({ error: { code, at: `a.jsonl:${line}` } });
      expect(run.stderr).toContain(code);
    });

    it('what was recorded before the unreadable line is said', async () => {
      const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(found)}\n`), Buffer.from([0x7b, 0xc3, 0xf7, 0x0a])]);
      const run = await play([place.bytes('a.jsonl', bytes)]);
      expect(run.code).toBe(2);
      expect(documentOf(run)).toMatchObject({ error: { code: 'not-utf-8', at: 'a.jsonl:2', recorded: 1, refused: 0 } });
      expect(run.stderr).toContain('此前新记录 1 条');
    });

    it('a missing file and a directory are told apart', async () => {
      const missing = await play([join(place.directory, 'no.jsonl')]);
      expect(missing.code).toBe(2);
      expect(missing.stderr).toContain('文件不存在');
      expect(existsSync(place.data)).toBe(false);
      const directory = await play([place.directory]);
      expect(directory.code).toBe(2);
      expect(directory.stderr).toContain('这是一个目录');
      expect(documentOf(directory)).toMatchObject({ error: { at: `${basename(place.directory)}:0` } });
    });
  });

  it('killed at any moment and played again, ends with every line recorded once', async () => {
    const file = place.file('many.jsonl', manyCases(2_000));
    const total = 8_001;
    const wal = join(place.data, 'log.db-wal');
    let kills = 0;
    for (const bytes of [1, 400_000, 1_200_000]) {
      const run = await gongkai(['play', file, '--data', place.data, '--json'], {
        whileRunning: (child) => {
          const timer = setInterval(() => {
            if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) < bytes) return;
            clearInterval(timer);
            child.kill('SIGKILL');
          }, 2);
          child.on('exit', () => clearInterval(timer));
        },
      });
      kills += run.signal === 'SIGKILL' ? 1 : 0;
    }
    expect(kills).toBeGreaterThan(0);
    const last = counts(await play([file]));
    expect(last.refused).toBe(0);
    expect((last.recorded as number) + (last.alreadyRecorded as number)).toBe(total);
    expect(await eventsIn()).toBe(total);
    expect(counts(await play([file]))).toEqual({ recorded: 0, alreadyRecorded: total, refused: 0 });
  });

  it('interrupted, reports what is durable and can be resumed', async () => {
    const file = place.file('many.jsonl', manyCases(4_000));
    const run = await gongkai(['play', file, '--data', place.data, '--json'], {
      whileRunning: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(join(place.data, 'log.db-wal'))) return;
          clearInterval(timer);
          child.kill('SIGINT');
        }, 2);
        child.on('exit', () => clearInterval(timer));
      },
    });
    expect(run.code).toBe(130);
    const before = documentOf(run);
    expect(before).toMatchObject({ stopped: 'interrupted', refused: 0 });
    expect(await eventsIn()).toBe(before['recorded']);
    const after = counts(await play([file]));
    expect(after).toEqual({
      recorded: 16_001 - (before['recorded'] as number),
      alreadyRecorded: before['recorded'],
      refused: 0,
    });
  });
});
