import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { MAX_LINE_BYTES, readLines, type TextLine } from './line-reader.js';

const directory = mkdtempSync(join(tmpdir(), 'gongkai-lines-'));
const path = join(directory, 'a.jsonl');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function linesOf(content: string | Buffer): Promise<readonly string[]> {
  writeFileSync(path, content);
  return (await allLines()).map(({ text }) => text);
}

async function allLines(): Promise<readonly TextLine[]> {
  const lines: TextLine[] = [];
  for await (const line of readLines(path)) lines.push(line);
  return lines;
}

describe('lines of a file', () => {
  it.each([
    ['nothing', '', []],
    ['one line without an end', 'a', ['a']],
    ['LF', 'a\nb\n', ['a', 'b']],
    ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['empty lines', '\n\na\n\n', ['', '', 'a', '']],
    ['a byte order mark', '\uFEFFa\nb', ['a', 'b']],
    ['a mark within the file, which is text', 'a\n\uFEFFb', ['a', '\uFEFFb']],
  ])('%s', async (_what, content, expected) => {
    expect(await linesOf(content)).toEqual(expected);
  });

  it('are whole where chunks of the file part a line or a character', async () => {
    const long = '公开'.repeat(100_000);
    const lines = Array.from({ length: 5 }, (_, index) => `${index}${long}`);
    expect(await linesOf(lines.join('\n'))).toEqual(lines);
  });

  it('are numbered, and add up to the size of the file', async () => {
    writeFileSync(path, '一\r\n二\n三');
    const lines = await allLines();
    expect(lines.map(({ number, bytesRead }) => [number, bytesRead])).toEqual([
      [1, 5],
      [2, 9],
      [3, 12],
    ]);
  });

  it('may be as long as the limit, and not one byte longer', async () => {
    expect(await linesOf(Buffer.alloc(MAX_LINE_BYTES, 0x61))).toHaveLength(1);
    await expect(linesOf(Buffer.alloc(MAX_LINE_BYTES + 1, 0x61))).rejects.toMatchObject({
      code: 'line-too-long',
      facts: { at: 'a.jsonl:1' },
    });
    await expect(linesOf(Buffer.concat([Buffer.from('a\n'), Buffer.alloc(5_000_000, 0x61)]))).rejects.toMatchObject({
      facts: { at: 'a.jsonl:2' },
    });
  });

  it('are UTF-8, or the line at fault is named', async () => {
    const gbk = Buffer.concat([Buffer.from('# 好\n'), Buffer.from([0xc3, 0xf7, 0x0a])]);
    await expect(linesOf(gbk)).rejects.toMatchObject({ code: 'not-utf-8', facts: { at: 'a.jsonl:2' } });
  });
});
