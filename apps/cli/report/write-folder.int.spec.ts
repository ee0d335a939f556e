import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFolder } from './write-folder.js';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe('writing files into a folder', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-folder-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('makes the folder and writes them whole', async () => {
    const folder = join(directory, '2023', 'town');
    await writeFolder(folder, [file('a.txt', '甲'), file('b.txt', '乙')], 'refuse');
    expect(readdirSync(folder)).toEqual(['a.txt', 'b.txt']);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('甲');
  });

  it('leaves untouched what is there with the same content', async () => {
    await writeFolder(directory, [file('a.txt', '甲')], 'refuse');
    const before = statSync(join(directory, 'a.txt'), { bigint: true });
    await writeFolder(directory, [file('a.txt', '甲'), file('b.txt', '乙')], 'refuse');
    expect(statSync(join(directory, 'a.txt'), { bigint: true }).ino).toBe(before.ino);
  });

  it('writes nothing at all where one file is there with another content, unless it may replace it', async () => {
    writeFileSync(join(directory, 'b.txt'), '别的');
    const files = [file('a.txt', '甲'), file('b.txt', '乙')];
    await expect(writeFolder(directory, files, 'refuse')).rejects.toMatchObject({ code: 'file-exists' });
    expect(readdirSync(directory)).toEqual(['b.txt']);
    await writeFolder(directory, files, 'replace');
    expect(readFileSync(join(directory, 'b.txt'), 'utf8')).toBe('乙');
  });

  it('puts itself in the place of what an interrupted run left', async () => {
    writeFileSync(join(directory, 'a.txt.partial'), '半');
    await writeFolder(directory, [file('a.txt', '甲')], 'refuse');
    expect(readdirSync(directory)).toEqual(['a.txt']);
  });

  it('says why it cannot write, and leaves nothing half done', async () => {
    mkdirSync(join(directory, 'b.txt'));
    const files = [file('a.txt', '甲'), file('b.txt', '乙')];
    await expect(writeFolder(directory, files, 'replace')).rejects.toMatchObject({ code: 'file-unwritable' });
    expect(readdirSync(directory)).toEqual(['b.txt']);
    writeFileSync(join(directory, 'no-folder'), '');
    await expect(writeFolder(join(directory, 'no-folder'), files, 'refuse')).rejects.toMatchObject({
      code: 'file-unwritable',
    });
  });
});
