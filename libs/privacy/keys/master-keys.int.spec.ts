import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testKey } from '../testkit/people.testkit.js';
import { loadMasterKeys } from './load-master-keys.js';
import { newMasterKeyLine, parseMasterKeys } from './master-keys.js';

const a = testKey('a');
const b = testKey('b');
const hex = a.toString('hex');
const base64 = b.toString('base64');
const malformed = (facts: object) => expect.objectContaining({ code: 'vault-master-keys-malformed', facts });

describe('the text of master keys', () => {
  it('gives the keys, hexadecimal or base64, the first one current', () => {
    const { current, byId } = parseMasterKeys(`# of 2025\r\n2025-a ${base64}\r\n\n2024-a ${hex.toUpperCase()}\n`);
    expect(current).toBe('2025-a');
    expect([...byId]).toEqual([
      ['2025-a', b],
      ['2024-a', a],
    ]);
  });

  it('takes a line that was made for it, and no two lines are alike', () => {
    const lines = Array.from({ length: 50 }, (_, n) => newMasterKeyLine(`k-${n}`));
    expect(parseMasterKeys(lines.join('\n')).byId.size).toBe(50);
    expect(() => newMasterKeyLine('K 1')).toThrow(malformed({}));
  });

  it.each([
    ['nothing', '', {}],
    ['only remarks', '# none\n', {}],
    ['a key without an id', hex, { line: 1 }],
    ['two spaces', `k  ${hex}`, { line: 1 }],
    ['a space at the end', `k ${hex} `, { line: 1 }],
    ['a remark behind the key', `k ${hex} # old`, { line: 1 }],
    ['a capital in the id', `K ${hex}`, { line: 1 }],
    ['one digit too few', `k ${hex.slice(1)}`, { line: 1 }],
    ['a letter that is no digit', `k ${hex.slice(1)}g`, { line: 1 }],
    ['base64 without its end', `k ${base64.slice(0, -1)}`, { line: 1 }],
    ['base64 of 31 bytes', `k ${a.subarray(1).toString('base64')}`, { line: 1 }],
    ['base64 for addresses', `k ${'_'.repeat(43)}=`, { line: 1 }],
    ['base64 with bits left over', `k ${base64.slice(0, -2)}${nextLetter(base64)}=`, { line: 1 }],
    ['zeros', `k ${'0'.repeat(64)}`, { line: 1 }],
    ['a pattern', `k ${'deadbeef'.repeat(8)}`, { line: 1 }],
    ['an id twice', `k ${hex}\nk ${base64}`, { line: 2 }],
    ['a key twice', `k ${hex}\n\nl ${a.toString('base64')}`, { line: 3 }],
  ])('refuses %s, and says where but not what', (_, text, facts) => {
    expect(() => parseMasterKeys(text)).toThrow(malformed(facts));
    const message = messageOf(() => parseMasterKeys(text));
    expect([hex, base64, hex.slice(0, 8), base64.slice(0, 8)].filter((part) => message.includes(part))).toEqual([]);
  });
});

describe('the file of master keys', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-keys-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const load = (file: string, mode = 0o600): readonly [string, readonly string[]] => {
    const warnings: string[] = [];
    chmodSync(file, mode);
    const { current } = loadMasterKeys({ file }, ({ code }) => warnings.push(code));
    return [current, warnings];
  };

  it('is read without a word when only its owner can, else with a warning', () => {
    const file = join(directory, 'keys');
    writeFileSync(file, `k ${hex}\n`);
    expect(load(file)).toEqual(['k', []]);
    expect(load(file, 0o400)).toEqual(['k', []]);
    for (const mode of [0o640, 0o604, 0o660]) expect(load(file, mode)).toEqual(['k', ['vault-master-key-file-open']]);
  });

  it('may be a variable', () => {
    expect(loadMasterKeys({ text: `k ${hex}` }, fail).byId.get('k')).toEqual(a);
  });

  it('that is missing, a directory or far too large is refused', () => {
    const large = join(directory, 'large');
    writeFileSync(large, `# ${'x'.repeat(70_000)}\nk ${hex}`, { mode: 0o600 });
    expect(() => loadMasterKeys({ file: join(directory, 'none') }, fail)).toThrow(malformed({ reason: 'ENOENT' }));
    for (const file of [directory, large]) expect(() => loadMasterKeys({ file }, fail)).toThrow(malformed({}));
  });
});

function fail(): never {
  throw new Error('no warning expected');
}

function messageOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return String(error);
  }
}

/** The last letter of 32 bytes in base64 carries two bits that must be zero: the letter after it has one set. */
function nextLetter(text: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return letters[letters.indexOf(text.at(-2)!) + 1]!;
}
