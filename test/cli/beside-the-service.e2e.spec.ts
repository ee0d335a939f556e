import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found, granted, localHoliday, openings, received } from './lines.testkit.js';

describe('the command line beside a running service', () => {
  const place = new Workplace();
  let service: ChildProcess;
  const elsewhere = new Workplace();
  const taken = createServer();
  let log = '';
  let said = '';
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);

  beforeAll(async () => {
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    const lines = [found, ...openings, received('C-1'), ...granted('C-1')];
    await run('play', place.file('a.jsonl', lines));
    service = spawn(execPath, ['bin/gongkai.js', 'serve', '--port', '0', '--data', place.data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GONGKAI_MASTER_KEY_FILE: join(place.directory, 'no-such-key') },
    });
    const logged = new Promise<void>((started) => {
      service.stdout!.on('data', (chunk: Buffer) => {
        log += chunk.toString('utf8');
        if (/successfully started.*\n/.test(log)) started();
      });
    });
    const serving = new Promise<void>((told, failed) => {
      service.stderr!.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8');
        if (/提供服务[^]*\n$/u.test(said)) told();
      });
      service.on('exit', (code) => failed(new Error(`the service ended with ${code}`)));
    });
    await Promise.all([logged, serving]);
    service.removeAllListeners('exit');
    // The other stream may come later.
    while (!log.includes('successfully started')) await once(service.stdout!, 'data');
  });
  afterAll(() => {
    service.kill('SIGKILL');
    taken.close();
    place.clear();
    elsewhere.clear();
  });

  it('logs its start in a few lines, so that the address is not lost among the routes', () => {
    const lines = log.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(expect.objectContaining({ level: 'info' }));
    expect(lines.length).toBeLessThan(10);
  });

  it('tells how the first token for its data is made, wherever the command is typed', () => {
    expect(said).toContain(`token create --staff admin --role operator --agencies "*" --data "${place.data}"`);
  });

  it('answers questions', async () => {
    expect(documentOf(await run('case', 'show', 'C-1', '--json'))).toMatchObject({ case: { status: 'closed' } });
    expect(documentOf(await run('year', 'tables', '--agency', 'town', '--year', '2024', '--json'))).toMatchObject({
      table3: { granted: [1, 0, 0, 0, 0, 0, 1] },
    });
    expect(await run('worklist')).toMatchObject({ code: 0 });
    expect(await run('log', 'verify')).toMatchObject({ code: 0 });
    expect(documentOf(await run('projection', 'status', '--json'))).toMatchObject({
      projections: [
        { name: 'statistics', state: 'live', behind: false },
        { name: 'caseload', state: 'live', behind: false },
      ],
    });
    expect(await run('case', 'replay', 'C-1', '--as', 'recorded')).toMatchObject({ code: 0 });
    expect(await run('year', 'audit', '--agency', 'town', '--year', '2024')).toMatchObject({ code: 0 });
    expect(await run('evidence', 'case', 'C-1', '--out', join(place.directory, 'c-1.jsonl'))).toMatchObject({
      code: 0,
    });
  });

  it('makes and revokes tokens', async () => {
    const made = await run('token', 'create', '--staff', 'a', '--role', 'auditor', '--agencies', '*', '--json');
    expect(made.code).toBe(0);
    expect(await run('token', 'revoke', documentOf(made)['id'] as string)).toMatchObject({ code: 0 });
  });

  it.each([
    ['play', () => ['play', place.file('b.jsonl', [received('C-2')])]],
    ['year close', () => ['year', 'close', '--agency', 'town', '--year', '2024']],
    ['agency rename', () => ['agency', 'rename', 'town', '--name', '示例镇']],
    ['projection rebuild', () => ['projection', 'rebuild']],
    ['calendar publish', () => ['calendar', 'publish', place.file('calendar.json', [localHoliday])]],
    [
      'year accept-drift',
      () => [
        ...['year', 'accept-drift', '--agency', 'town', '--year', '2024', '--reason', '差额甚小'],
        ...['--actor', 'a', '--approved-by', 'b'],
      ],
    ],
    [
      'year waive',
      () => [
        ...['year', 'waive', '--agency', 'town', '--year', '2024', '--rule', 'V5', '--reason', '机构改革'],
        ...['--actor', 'a', '--approved-by', 'b'],
      ],
    ],
  ])('%s is refused with exit code 3, and says that the service is running', async (_what, words) => {
    const { code, stdout, stderr } = await run(...words());
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('正在运行的服务');
    expect(stderr).toContain('HTTP');
  });

  it('a second service on the same data does not start', async () => {
    const { code, stderr } = await run('serve', '--port', '0');
    expect(code).toBe(3);
    expect(stderr).toContain('store-locked');
  });

  it('a service for which another program has the port says so', async () => {
    const port = String((taken.address() as AddressInfo).port);
    const { code, stderr } = await gongkai(['serve', '--port', port, '--data', elsewhere.data]);
    expect(code).toBe(1);
    expect(stderr).toContain('address-unusable');
    expect(stderr).toContain(`127.0.0.1 的端口 ${port} 已被其他程序占用`);
  });

  it('tells at its start of a master key that cannot be read, in its log', () => {
    const warnings = log.split('\n').filter((line) => line.includes('vault-master-keys-malformed'));
    expect(warnings.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 'warn', context: 'Vault' }),
    ]);
  });

  it('the service ends in order at SIGTERM, and then the command line may record', async () => {
    const ended = once(service, 'exit');
    service.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await run('agency', 'rename', 'town', '--name', '示例镇')).toMatchObject({ code: 0 });
  });
});
