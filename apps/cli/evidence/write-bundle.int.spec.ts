import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeBundle } from './write-bundle.js';

describe('writing an evidence bundle', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-bundle-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  async function* linesOf(...lines: readonly string[]) {
    yield* lines;
  }
  const bundle = (lines: AsyncIterable<string>) => ({ fileName: 'never-used', lines });

  it('puts every line into the file, for its owner only, and tells size and digest', async () => {
    const file = join(directory, 'a.jsonl');
    const long = `${'长'.repeat(700_000)}\n`;
    const lines = [long, '{"b":2}\n', long];
    const written = await writeBundle(bundle(linesOf(...lines)), file);
    const bytes = readFileSync(file);
    expect(bytes.toString('utf8')).toBe(lines.join(''));
    expect(written).toEqual({ file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['a.jsonl']);
  });

  it('leaves a file of that name as it is', async () => {
    const file = join(directory, 'a.jsonl');
    writeFileSync(file, 'mine');
    await expect(writeBundle(bundle(linesOf('{}\n')), file)).rejects.toMatchObject({ code: 'file-exists' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('leaves nothing when the lines cannot be made to their end', async () => {
    async function* broken() {
      yield '{}\n';
      throw new Error('the log is damaged');
    }
    await expect(writeBundle(bundle(broken()), join(directory, 'a.jsonl'))).rejects.toThrow('the log is damaged');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('says why it cannot write', async () => {
    const file = join(directory, 'no', 'a.jsonl');
    await expect(writeBundle(bundle(linesOf('{}\n')), file)).rejects.toMatchObject({
      code: 'file-unwritable',
      message: `无法写入文件 ${file}：目录不存在`,
    });
  });
});
