import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportManifest } from '#report-files';
import { removeSupersededDraft } from './remove-superseded-draft.js';

const ISSUED = { agency: 'town', year: 2023, scope: 'own', status: 'issued' } as ReportManifest;
const MANIFEST = 'town-2023-annual-report-draft.manifest.json';

describe('a draft that an issued report takes the place of', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'gongkai-draft-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const file = (name: string, content: string) => {
    writeFileSync(join(place, name), content);
    return { name, sha256: createHash('sha256').update(content).digest('hex') };
  };
  const manifest = (content: unknown) =>
    file(MANIFEST, typeof content === 'string' ? content : JSON.stringify(content));

  it('given files as the manifest says, then they are gone, and no other', async () => {
    file('notes.txt', 'mine');
    manifest({ files: [file('a.html', 'x'), file('a.csv', 'y'), { name: 'gone.pdf', sha256: '0' }] });
    await removeSupersededDraft(place, ISSUED);
    expect(readdirSync(place)).toEqual(['notes.txt']);
  });

  it('given a file that somebody changed, then it stays with its manifest', async () => {
    manifest({ files: [file('a.html', 'x'), { ...file('a.csv', 'y'), sha256: 'other' }] });
    await removeSupersededDraft(place, ISSUED);
    expect(readdirSync(place).sort()).toEqual(['a.csv', MANIFEST]);
  });

  it.each(['{"files"', '[]', '{"files":[{"name":"../outside.txt","sha256":"x"}]}', '', '\0'])(
    'given a manifest that cannot be understood (%j), then nothing is touched',
    async (content) => {
      file('a.html', 'x');
      manifest(content);
      await removeSupersededDraft(place, ISSUED);
      expect(readdirSync(place).sort()).toEqual(['a.html', MANIFEST]);
    },
  );

  it('given a folder under the name of the manifest, then the fault names the place', async () => {
    mkdirSync(join(place, MANIFEST));
    await expect(removeSupersededDraft(place, ISSUED)).rejects.toMatchObject({ code: 'file-unwritable' });
  });
});
