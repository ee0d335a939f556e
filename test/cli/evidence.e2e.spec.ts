import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { closing, found, granted, openings, received } from './lines.testkit.js';

describe('evidence from the command line', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  const verify = (...words: string[]) =>
    spawnSync(execPath, ['tools/verify-evidence.mjs', ...words], { encoding: 'utf8' });
  const out = (name: string) => join(place.directory, name);
  beforeAll(async () => {
    const lines = [found, ...openings, received('C-1'), ...granted('C-1'), received('C-2'), closing];
    await run('play', place.file('a.jsonl', lines));
  });
  afterAll(() => place.clear());

  it('of a case: a file with its size and digest, the same bytes each time, and how to verify it', async () => {
    const file = out('c-1.jsonl');
    const written = documentOf(await run('evidence', 'case', 'C-1', '--out', file, '--json'));
    const bytes = readFileSync(file);
    expect(written).toEqual({ file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const again = await run('evidence', 'case', 'C-1', '--out', out('again.jsonl'));
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain(`核验：node tools/verify-evidence.mjs ${out('again.jsonl')}`);
    expect(readFileSync(out('again.jsonl')).equals(bytes)).toBe(true);
  });

  it('of a year: the edition that holds, or the one asked for', async () => {
    const year = ['evidence', 'year', '--agency', 'town', '--year', '2024'];
    expect(await run(...year, '--out', out('y.jsonl'))).toMatchObject({ code: 0 });
    expect(readFileSync(out('y.jsonl'), 'utf8').split('\n')[0]).toContain('"agency":"town"');
    const missing = await run(...year, '--edition', '2', '--out', out('none.jsonl'));
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('not-found');
    expect(readdirSync(place.directory)).not.toContain('none.jsonl');
  });

  it.each([
    ['case', ['C-1']],
    ['year', ['--agency', 'town', '--year', '2024']],
  ])(
    'of a %s is sound to the script that knows nothing of this program; with one byte changed it is not',
    async (kind, words) => {
      const file = out(`${kind}-to-verify.jsonl`);
      expect(await run('evidence', kind, ...words, '--out', file)).toMatchObject({ code: 0 });
      const { root } = documentOf(await run('log', 'verify', '--json')) as { root: string };
      const verified = verify(file, ...(kind === 'case' ? [root] : []));
      expect({ status: verified.status, stderr: verified.stderr }).toEqual({ status: 0, stderr: '' });
      const bytes = readFileSync(file);
      const at = bytes.indexOf('C-1');
      bytes[at + 2] = '7'.charCodeAt(0);
      writeFileSync(out(`${kind}-changed.jsonl`), bytes);
      expect(verify(out(`${kind}-changed.jsonl`)).status).toBe(1);
    },
  );

  it('is never written over, and an unwritable place is told', async () => {
    const file = out('c-2.jsonl');
    expect(await run('evidence', 'case', 'C-2', '--out', file)).toMatchObject({ code: 0 });
    const again = await run('evidence', 'case', 'C-2', '--out', file);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('file-exists');
    const nowhere = await run('evidence', 'case', 'C-2', '--out', join(place.directory, 'no', 'c.jsonl'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('目录不存在');
  });
});
