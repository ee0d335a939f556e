import { describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isErased, type Vault } from './index.js';
import { erasureOf, li, person } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function start(program: string, ...args: string[]): ChildProcessWithoutNullStreams {
  const hooks = ['--disable-warning=ExperimentalWarning', '--import', local('../../test/support/typescript-hooks.mjs')];
  return spawn(process.execPath, [...hooks, local(`testkit/${program}.ts`), ...args]);
}

/** Runs the recording child and kills it with SIGKILL once it has printed so many lines. Answers with what it printed. */
async function killAfter(lines: number, directory: string, first: number): Promise<readonly string[]> {
  const child = start('killed-child', directory, String(first));
  let printed = '';
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
    if (printed.split('\n').length > lines) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect({ signal, complaint }).toEqual({ signal: 'SIGKILL', complaint: '' });
  return printed.split('\n').slice(0, -1);
}

describe('a writer killed again and again', () => {
  it('leaves every acknowledged record whole, every acknowledged erasure done, and nobody half', async () => {
    using place = new VaultDirectory();
    const acknowledged = new Set<string>();
    let first = 0;
    for (const lines of [1, 2, 3, 6, 13, 20]) {
      const printed = await killAfter(lines, place.path, first);
      for (const line of printed) acknowledged.add(line);
      const vault = place.open();
      expect(vault.verify()).toMatchObject({ unscrubbed: 0, damage: [] });
      // The person after the last one acknowledged may be there or not.
      const last = first + printed.filter((line) => line.startsWith('put')).length;
      for (let n = 0; n <= last; n++) checkPerson(vault, n, acknowledged);
      first = last + 1;
      vault.close();
    }
  });
});

function checkPerson(vault: Vault, n: number, acknowledged: ReadonlySet<string>): void {
  const ref = `p-${n}`;
  const texts = vault.texts(ref);
  if (isErased(texts)) {
    expect([n % 3, acknowledged.has(`text ${n}`)]).toEqual([0, true]);
    expect(vault.get(ref)).toEqual({ erased: true, on: '2034-03-01' });
    expect(vault.findByIdentity(person(n).identityNumber!)).toBeNull();
    return;
  }
  expect(acknowledged.has(`erase ${n}`)).toBe(false);
  expect(texts.length).toBeGreaterThanOrEqual(acknowledged.has(`text ${n}`) ? 1 : 0);
  if (texts.length > 0) expect(vault.getText(ref, 'c-1', 'request')).toBe(`第${n}号申请的内容`);
  const found = vault.findByIdentity(person(n).identityNumber!);
  if (acknowledged.has(`put ${n}`) || found !== null) {
    expect([vault.get(ref), found]).toEqual([person(n), ref]);
  } else {
    expect(() => vault.get(ref)).toThrow(expect.objectContaining({ code: 'not-found' }));
  }
}

describe('a process that reads while another writes and erases', () => {
  it('sees each person whole, or erased for good', async () => {
    using place = new VaultDirectory();
    const vault = place.open({ busyTimeout: 5000 });
    for (let n = 0; n < 10; n++) vault.put(`p-${n}`, li);
    const readers = [start('reading-child', place.path), start('reading-child', place.path)];
    const answers = readers.map(async (child) => {
      let printed = '';
      child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
      child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
      await once(child, 'close');
      return printed;
    });
    await Promise.all(readers.map(({ stdout }) => once(stdout, 'data')));
    for (let n = 0; n < 9; n++) {
      for (let again = 0; again < 5; again++) vault.put(`p-${9}`, li);
      vault.putText(`p-${n}`, 'c-1', 'request', '某某材料');
      vault.erase(erasureOf(`p-${n}`));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const { stdin } of readers) stdin.end();
    for (const printed of await Promise.all(answers)) {
      expect(JSON.parse(printed.replace('ready\n', ''))).toEqual({ whole: expect.any(Number), gone: 9, broken: [] });
    }
  });

  it('finds a second writer refused, also one of this process', async () => {
    using place = new VaultDirectory();
    const child = start('killed-child', place.path, '0');
    await once(child.stdout, 'data');
    expect(() => place.open()).toThrow(expect.objectContaining({ kind: 'unavailable', code: 'vault-locked' }));
    child.kill('SIGKILL');
    await once(child, 'close');
    place.open();
    expect(() => place.open()).toThrow(expect.objectContaining({ code: 'vault-locked' }));
  });
});
