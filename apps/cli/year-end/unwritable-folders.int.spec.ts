import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { YearEndStatus } from '#office';
import { unwritableFolders } from './unwritable-folders.js';

/** A district with the reports of its level and region, and a town. */
const STATUS = {
  lines: [{ agency: 'district' }, { agency: 'town' }],
  scopes: [
    { agency: 'district', scope: 'level' },
    { agency: 'district', scope: 'region' },
  ],
} as unknown as YearEndStatus;

describe('whether the folders of a run can be written', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-folders-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('given nothing there yet, then nothing is in the way and nothing is made', () => {
    expect(unwritableFolders(join(directory, 'reports', '2023'), STATUS)).toEqual([]);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('given a file where the folder of a body has to be, then it is named', () => {
    writeFileSync(join(directory, 'town'), '');
    expect(unwritableFolders(directory, STATUS)).toEqual([{ path: join(directory, 'town'), reason: '不是目录' }]);
  });

  it('given a file in the place of all, or of a region, then it is named once', () => {
    const out = join(directory, 'out');
    writeFileSync(out, '');
    expect(unwritableFolders(out, STATUS)).toEqual([{ path: out, reason: '不是目录' }]);
    mkdirSync(join(directory, 'district'));
    const region = join(directory, 'district', 'region');
    writeFileSync(region, '');
    expect(unwritableFolders(directory, STATUS)).toEqual([{ path: region, reason: '不是目录' }]);
  });
});
