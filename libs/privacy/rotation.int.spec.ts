import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { RotationProgress } from './index.js';
import { ownedBy } from './keys/key-store.js';
import { KeyWrap } from './keys/key-wrap.js';
import { erasureOf, keysNamed, li, person, zhang } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const oldKey = keysNamed('2024-a');
const bothKeys = keysNamed('2025-a', '2024-a');
const newKey = keysNamed('2025-a');
const code = (wanted: string) => expect.objectContaining({ code: wanted });

const wrapped = (place: VaultDirectory): readonly Uint8Array[] =>
  place.sql('keys.db', (keys) =>
    keys
      .prepare('SELECT sealed FROM data_keys UNION ALL SELECT sealed FROM secrets')
      .all()
      .map(({ sealed }) => sealed as Uint8Array),
  );

/** A small disk of its own, where the test may mount one. */
function mounted(disk: string): boolean {
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Data keys of persons who have no record yet, in one transaction. */
function addKeys(place: VaultDirectory, count: number): void {
  place.sql('keys.db', (keys) => {
    const wrap = new KeyWrap(oldKey, String(keys.prepare('SELECT id FROM vault').get()?.['id']));
    const insert = keys.prepare('INSERT INTO data_keys (person, master, sealed) VALUES (?, ?, ?)');
    keys.exec('BEGIN');
    for (let n = 0; n < count; n++) {
      const { master, sealed } = wrap.wrap(randomBytes(32), ownedBy(`k-${n}`));
      insert.run(`k-${n}`, master, sealed);
    }
    keys.exec('COMMIT');
  });
}

describe('the rotation of the master key', () => {
  it('when it is through, then the old key opens nothing, is needed for nothing, and what it wrapped is gone', () => {
    using place = new VaultDirectory();
    const before = place.open({ masterKeys: oldKey });
    before.put('p-1', zhang);
    before.putText('p-1', 'c-1', 'request', '某某材料');
    before.put('p-2', li);
    before.erase(erasureOf('p-2'));
    const old = wrapped(place);
    before.close();

    const vault = place.open({ masterKeys: bothKeys });
    expect(vault.get('p-1')).toEqual(zhang);
    expect(place.countIn(old)).toBe(2);
    vault.put('p-3', person(3));
    expect(vault.masterKeysInUse()).toEqual(['2024-a', '2025-a']);
    expect(vault.rotateMasterKey()).toBe(2);
    expect(vault.masterKeysInUse()).toEqual(['2025-a']);
    expect(place.countIn(old)).toBe(0);
    vault.close();

    expect(() => place.open({ masterKeys: oldKey })).toThrow(
      expect.objectContaining({ code: 'vault-key-missing', facts: { masterKeyId: '2025-a' } }),
    );
    const after = place.open({ masterKeys: newKey });
    expect(after.get('p-1')).toEqual(zhang);
    expect(after.getText('p-1', 'c-1', 'request')).toBe('某某材料');
    expect(after.findByIdentity(zhang.identityNumber!)).toBe('p-1');
    expect(after.get('p-2')).toEqual({ erased: true, on: '2034-03-01' });
    expect(after.verify()).toMatchObject({ damage: [] });
  });

  it('reports how far it is, passes over keys that are new already, and has nothing to do a second time', () => {
    using place = new VaultDirectory();
    const before = place.open({ masterKeys: oldKey });
    before.close();
    addKeys(place, 1200);
    const vault = place.open({ masterKeys: bothKeys });
    vault.put('p-9', li);
    const reports: RotationProgress[] = [];
    expect(vault.rotateMasterKey((progress) => reports.push(progress))).toBe(1201);
    expect(reports).toEqual([500, 1000, 1200].map((done) => ({ done, total: 1200 })));
    expect(vault.rotateMasterKey()).toBe(0);
    expect(vault.verify()).toMatchObject({ damage: [] });
  });

  it('when a key cannot be opened, then nothing is written, and the answer says whose', () => {
    using place = new VaultDirectory();
    const before = place.open({ masterKeys: oldKey });
    for (let n = 0; n < 5; n++) before.put(`p-${n}`, person(n));
    before.close();
    place.sql('keys.db', (keys) => keys.exec(`UPDATE data_keys SET sealed = randomblob(60) WHERE person = 'p-3'`));
    const vault = place.open({ masterKeys: bothKeys });
    const stored = wrapped(place);
    expect(() => vault.rotateMasterKey()).toThrow(
      expect.objectContaining({ code: 'vault-corrupt', facts: { file: 'keys.db', owner: 'p-3' } }),
    );
    expect(wrapped(place)).toEqual(stored);
    vault.close();
    const back = place.open({ masterKeys: oldKey });
    expect(back.get('p-4')).toEqual(person(4));
    // The person whose key is lost can still be erased, and then the rotation goes through.
    back.erase(erasureOf('p-3'));
    back.close();
    const again = place.open({ masterKeys: bothKeys });
    expect(again.rotateMasterKey()).toBe(5);
    expect(again.verify()).toMatchObject({ persons: 4, damage: [] });
  });

  it('when progress throws in the middle, then nothing is written', () => {
    using place = new VaultDirectory();
    const before = place.open({ masterKeys: oldKey });
    before.put('p-1', zhang);
    before.close();
    const vault = place.open({ masterKeys: bothKeys });
    const stored = wrapped(place);
    const stop = (): never => {
      throw new Error('stopped by hand');
    };
    expect(() => vault.rotateMasterKey(stop)).toThrow('stopped by hand');
    expect(wrapped(place)).toEqual(stored);
    expect(vault.rotateMasterKey()).toBe(2);
  });

  it('while it goes on elsewhere, then a reader without the new key says which key it lacks', () => {
    using place = new VaultDirectory();
    const vault = place.open({ masterKeys: bothKeys });
    vault.close();
    const before = place.open({ masterKeys: bothKeys });
    before.put('p-1', zhang);
    const reader = place.reader(bothKeys);
    before.close();
    const newest = place.open({ masterKeys: keysNamed('2026-a', '2025-a') });
    newest.rotateMasterKey();
    expect(() => reader.get('p-1')).toThrow(
      expect.objectContaining({ code: 'vault-key-missing', facts: { masterKeyId: '2026-a' } }),
    );
    expect(place.reader(keysNamed('2026-a')).get('p-1')).toEqual(zhang);
  });

  it('on a read-only file system says so, and leaves all as it was', () => {
    using place = new VaultDirectory();
    const disk = place.file('disk');
    if (!mounted(disk)) return;
    try {
      const before = place.open({ directory: disk, masterKeys: oldKey });
      before.put('p-1', zhang);
      before.close();
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      expect(() => place.open({ directory: disk, masterKeys: bothKeys })).toThrow(code('vault-read-only'));
      execFileSync('mount', ['-o', 'remount,rw', disk]);
      const after = place.open({ directory: disk, masterKeys: oldKey });
      expect(after.get('p-1')).toEqual(zhang);
      expect(after.masterKeysInUse()).toEqual(['2024-a']);
      after.close();
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });

  it('refuses an id that names other bytes than before', () => {
    using place = new VaultDirectory();
    place.open({ masterKeys: oldKey }).close();
    const renamed = { current: '2025-a', byId: new Map([...newKey.byId, ['2024-a', newKey.byId.get('2025-a')!]]) };
    expect(() => place.open({ masterKeys: renamed })).toThrow(code('vault-key-wrong'));
  });
});
