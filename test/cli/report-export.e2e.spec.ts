import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { closing, found, granted, openings, received } from './lines.testkit.js';

const NAMES = ['json', 'html', 'docx', 'xlsx', 'pdf', 'csv'].map((format) => `town-2024-annual-report-draft.${format}`);
const MANIFEST = 'town-2024-annual-report-draft.manifest.json';

describe('report files from the command line', () => {
  const place = new Workplace();
  const out = (name: string) => join(place.directory, name);
  const run = (...words: string[]) =>
    gongkai(['report', 'export', '--agency', 'town', '--year', '2024', ...words, '--data', place.data]);
  beforeAll(async () => {
    const lines = [found, ...openings, received('C-1'), ...granted('C-1'), received('C-2'), closing];
    await gongkai(['play', place.file('a.jsonl', lines), '--data', place.data]);
  });
  afterAll(() => place.clear());

  it('are written with a manifest that tells their bytes', async () => {
    const written = documentOf(await run('--out', out('all'), '--json'));
    expect(readdirSync(out('all')).sort()).toEqual([...NAMES, MANIFEST].sort());
    const manifest = JSON.parse(readFileSync(join(out('all'), MANIFEST), 'utf8')) as { files: { name: string }[] };
    expect(written).toEqual({ directory: out('all'), ...manifest });
    expect(manifest).toMatchObject({ agency: 'town', year: 2024, status: 'draft', edition: { number: 1 } });
    expect(manifest.files).toMatchObject(
      NAMES.map((name) => {
        const bytes = readFileSync(join(out('all'), name));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { name, bytes: bytes.length, sha256 };
      }),
    );
  });

  it('are the same bytes again, in another zone too, so that writing again changes nothing', async () => {
    const again = await gongkai(
      ['report', 'export', '--agency', 'town', '--year', '2024', '--out', out('all'), '--data', place.data],
      { env: { TZ: 'America/Los_Angeles', LC_ALL: 'C' }, apart: true },
    );
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('示例镇人民政府 2024 年度报告（草稿）已写入');
  });

  it('leave a file alone that somebody changed, unless told to replace it', async () => {
    const docx = join(out('all'), NAMES[2]!);
    writeFileSync(docx, 'mine');
    const refused = await run('--out', out('all'));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('file-exists');
    expect(readFileSync(docx, 'utf8')).toBe('mine');
    expect(await run('--out', out('all'), '--replace')).toMatchObject({ code: 0 });
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(out('all'))).toHaveLength(NAMES.length + 1);
  });

  it('can be asked for by format', async () => {
    expect(await run('--out', out('some'), '--format', 'html,csv')).toMatchObject({ code: 0 });
    expect(readdirSync(out('some')).sort()).toEqual([NAMES[5], NAMES[1], MANIFEST].sort());
    const wrong = await run('--out', out('none'), '--format', 'doc');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--format 应为以下之一');
    expect((await run('--format', 'csv')).stderr).toContain('缺少必需的选项 --out');
  });

  it('are refused for a version that was not issued', async () => {
    const missing = await run('--out', out('none'), '--issue', '3');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('not-found');
    expect(readdirSync(place.directory)).not.toContain('none');
  });
});
