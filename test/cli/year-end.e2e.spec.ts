import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace, type Run, type RunOptions } from './cli.testkit.js';

/** A body on whose proactive disclosure nothing is recorded: its year cannot be closed. */
const EMPTY_BODY = ['agency', 'found', 'bureau', '--name', '某局', '--level', 'district-dept', '--on', '2020-01-01'];

describe('gongkai year-end', () => {
  let place: Workplace;
  let out: string;
  const run = (words: readonly string[], more: RunOptions = {}): Promise<Run> =>
    gongkai([...words, '--data', place.data], more);
  const yearEndWords = () => ['year-end', '--year', '2023', '--out', out, '--format', 'json,csv'];
  const yearEnd = (...words: string[]) => run([...yearEndWords(), ...words]);

  beforeEach(async () => {
    place = new Workplace();
    out = join(place.directory, 'reports');
    expect((await run(['play', 'scenarios/hongze-2023.jsonl'])).code).toBe(0);
  });
  afterEach(() => place.clear());

  it('closes every year that can be closed, writes a folder for each, and names what keeps the others', async () => {
    expect((await run(EMPTY_BODY)).code).toBe(0);

    const before = await run(['year-end', '--year', '2023', '--check']);
    expect(before.code).toBe(1);
    expect(before.stdout).toMatch(/bureau +某局 +不合规则/);
    expect(before.stdout).toMatch(/hongze .* 可以结账/);

    const done = await yearEnd();
    expect(done.code).toBe(1);
    expect(done.stdout).toMatch(/hongze .* 已结账/);
    // Both stocks of documents are unknown, one rule says so: it is named once.
    expect(done.stdout).toMatch(/^bureau：勾稽关系不符，不能结账：V6：规章[^V]+；行政规范性文件[^V]+$/m);
    expect(readdirSync(out)).toEqual(['hongze']);
    expect(readdirSync(join(out, 'hongze')).filter((name) => name.endsWith('.manifest.json'))).toHaveLength(1);

    const again = await yearEnd('--json');
    expect(documentOf(again)).toMatchObject({
      year: 2023,
      interrupted: false,
      results: [
        { agency: 'bureau', outcome: 'refused', refusal: { code: 'rules-failed' } },
        { agency: 'hongze', outcome: 'closed', closed: { edition: 1, repeated: true }, status: 'draft' },
      ],
    });
  }, 120_000);

  it('asked beforehand, tells of an application whose receipt nobody has confirmed', async () => {
    const mail = {
      command: 'receive-application',
      case: 'HZ-MAIL',
      now: '2023-12-30T01:00:00.000Z',
      actor: 'wang-wu',
      role: 'handler',
      agency: 'hongze',
      body: { on: '2023-12-30', channel: 'email', applicantRef: 'p-9', applicantKind: 'natural-person' },
    };
    const file = join(place.directory, 'mail.jsonl');
    writeFileSync(file, JSON.stringify(mail));
    expect(await run(['play', file])).toMatchObject({ code: 0 });

    const { stdout } = await run(['year-end', '--year', '2023', '--check']);

    expect(stdout).toMatch(/hongze .* 可以结账/);
    expect(stdout).toContain('hongze 1 件待双方确认收到（第三十一条）：不妨碍结账');
  }, 120_000);

  it('run twice, leaves every byte as it is, and logs for machines', async () => {
    expect((await yearEnd()).code).toBe(0);
    const files = () => readdirSync(join(out, 'hongze')).map((name) => readFileSync(join(out, 'hongze', name), 'utf8'));
    const first = files();

    const again = await run([...yearEndWords(), '--log-json'], { apart: true });

    expect(again.code).toBe(0);
    expect(files()).toEqual(first);
    const lines = again.stderr.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'year-end-started',
      'agency-done',
      'year-end-ended',
    ]);
    expect((await run(['year-end', '--year', '2023', '--check'])).code).toBe(0);
  }, 120_000);

  it('when the report has been issued, puts it in the place of the draft; a draft that somebody changed stays', async () => {
    expect((await yearEnd()).code).toBe(0);
    const inFolder = () => readdirSync(join(out, 'hongze')).sort();
    const draft = inFolder();
    expect(draft.every((name) => name.includes('-draft'))).toBe(true);
    const changed = join(
      out,
      'hongze',
      draft.find((name) => name.endsWith('.csv'))!,
    );
    writeFileSync(changed, '改过');
    const words = ['--agency', 'hongze', '--year', '2023', '--actor', 'head-1'];
    expect((await run(['report', 'sign', ...words, '--signed-on', '2024-01-20'])).code).toBe(0);
    expect((await run(['report', 'issue', ...words])).code).toBe(0);

    expect((await yearEnd()).stdout).toMatch(/hongze .* 定稿/);

    const left = inFolder().filter((name) => name.includes('-draft'));
    expect(left).toEqual(draft.filter((name) => name.endsWith('.csv') || name.endsWith('.manifest.json')));
    expect(readFileSync(changed, 'utf8')).toBe('改过');
    expect(inFolder()).toContain('hongze-2023-annual-report.csv');
  }, 120_000);

  it('killed in the middle, is finished by the next run', async () => {
    const killed = await run(['year-end', '--year', '2023', '--out', out, '--format', 'json', '--log-json'], {
      whileRunning: (child) => child.stderr?.once('data', () => child.kill('SIGKILL')),
    });
    expect(killed.signal).toBe('SIGKILL');

    const next = await yearEnd();

    expect(next.code).toBe(0);
    expect(existsSync(join(out, 'hongze'))).toBe(true);
    expect(readdirSync(join(out, 'hongze')).filter((name) => name.endsWith('.partial'))).toEqual([]);
  }, 120_000);

  it('says what is wrong with the command or the place, and records nothing', async () => {
    expect((await run(['year-end', '--year', '2023'])).code).toBe(2);
    expect((await run(['year-end', '--out', out])).code).toBe(2);
    mkdirSync(out);
    writeFileSync(join(out, 'hongze'), 'a file where a folder has to be');
    const foreseen = await run(['year-end', '--year', '2023', '--check', '--out', out]);
    expect(foreseen.code).toBe(1);
    expect(foreseen.stdout).toContain(`报告目录无法写入：${join(out, 'hongze')}（不是目录）`);
    const refused = await yearEnd();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('file-unwritable');
    const logged = await run([...yearEndWords(), '--log-json'], { apart: true });
    const lines = logged.stderr.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object).at(-1)).toMatchObject({
      level: 'error',
      error: { code: 'file-unwritable' },
      msg: 'failed',
    });
    expect(
      (await gongkai(['year-end', '--year', '2023', '--check', '--data', join(place.directory, 'none')])).code,
    ).toBe(3);
  }, 120_000);
});
