import { describe, expect, it } from '@jest/globals';
import { readdirSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { erasureOf, li, person, stringsOf, testKey, zhang } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const TEXT = '要求公开测试路一号房屋的征收补偿协议';
const personal = [...stringsOf(zhang), ...stringsOf(li), TEXT, zhang.identityNumber!.toUpperCase()];
const spellings = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(JSON.stringify(text).slice(1, -1), 'utf8'),
  Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/.{4}$/, '')),
  Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
];

function expectNoneInClear(place: VaultDirectory): void {
  expect(personal.filter((text) => spellings(text).some((bytes) => place.filesWith(bytes).length > 0))).toEqual([]);
}

/** Everything stored of a person that an erasure must destroy. */
function traces(place: VaultDirectory, ref: string): readonly Uint8Array[] {
  const column = (file: 'keys.db' | 'vault.db', sql: string): Uint8Array[] =>
    place.sql(file, (database) =>
      database
        .prepare(sql)
        .all(ref)
        .map((row) => Object.values(row)[0] as Uint8Array),
    );
  return [
    ...column('keys.db', 'SELECT sealed FROM data_keys WHERE person = ?'),
    ...column('keys.db', 'SELECT hash FROM identities WHERE person = ?'),
    ...column('vault.db', 'SELECT sealed FROM records WHERE person = ?'),
  ];
}

/** Parts of 16 bytes, so that a trace that was overwritten in part is found too. */
function parts(trace: Uint8Array): readonly Uint8Array[] {
  const length = Math.floor(trace.length / 16);
  return Array.from({ length }, (_, index) => trace.subarray(index * 16, (index + 1) * 16));
}

describe('the files of a vault', () => {
  it('hold no personal string in clear, before and after an erasure, open and closed', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.put('p-2', li);
    vault.putText('p-1', 'c-1', 'request', TEXT);
    expect(readdirSync(place.path).sort()).toEqual(
      ['keys.db', 'keys.db-shm', 'keys.db-wal', 'vault.db', 'vault.db-shm', 'vault.db-wal', 'vault.lock'].sort(),
    );
    // The search finds what is there: a reference stands in clear.
    expect(place.filesWith('p-1')).toEqual(['keys.db-wal', 'vault.db-wal']);
    expectNoneInClear(place);
    vault.erase(erasureOf('p-1'));
    expectNoneInClear(place);
    vault.close();
    expectNoneInClear(place);
  });

  it('hold neither the master key nor a data key', () => {
    using place = new VaultDirectory();
    place.open().put('p-1', zhang);
    expect(place.filesWith(testKey('2024-a'))).toEqual([]);
  });

  it.each([1, 100])('hold no byte of an erased person among %i: key, ciphertext, identity hash', (others) => {
    using place = new VaultDirectory();
    const vault = place.open();
    const ref = 'm-person';
    for (let n = 0; n < others; n++) vault.put(n % 2 ? `a-${n}` : `z-${n}`, person(n));
    vault.put(ref, { ...zhang, identityNumber: 'E00000001' });
    vault.put(ref, zhang);
    // Several pages long, and written twice.
    vault.putText(ref, 'c-1', 'request', `${TEXT}，详情如下。`.repeat(300));
    vault.putText(ref, 'c-1', 'reasons', TEXT);
    const before = traces(place, ref);
    vault.putText(ref, 'c-1', 'request', `${TEXT}，改过，详情如下。`.repeat(300));
    // Rows that move about leave copies behind.
    for (let n = 0; n < others; n++) vault.put(`m-${n}`, { ...person(n), identityNumber: `M${n}` });
    const all = [...before, ...traces(place, ref)].flatMap(parts);
    // Seen before, but for parts that lie across two pages.
    const current = traces(place, ref).flatMap(parts);
    expect(place.countIn(current)).toBeGreaterThan(current.length * 0.9);

    vault.erase(erasureOf(ref));
    const left = (): number => place.countIn(all);
    expect(left()).toBe(0);
    vault.close();
    expect(left()).toBe(0);
    expect(place.open().verify()).toMatchObject({ persons: others * 2, erased: 1, unscrubbed: 0, damage: [] });
  });

  it('when somebody reads old pages meanwhile, then the person is unreadable and the erasure asks to be repeated', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.put('p-2', li);
    const key = traces(place, 'p-1')[0]!;
    const backup = new DatabaseSync(place.file('keys.db'), { readOnly: true });
    backup.exec('BEGIN; SELECT count(*) FROM data_keys;');
    expect(() => vault.erase(erasureOf('p-1'))).toThrow(
      expect.objectContaining({ kind: 'unavailable', code: 'vault-scrub-incomplete' }),
    );
    expect(vault.get('p-1')).toEqual({ erased: true, on: '2034-03-01' });
    expect(vault.verify()).toMatchObject({ unscrubbed: 1 });
    expect(place.filesWith(key)).not.toEqual([]);
    vault.close();
    const again = place.open();
    expect(place.warnings).toMatchObject([{ code: 'vault-scrub-incomplete' }]);
    expect(again.get('p-2')).toEqual(li);

    backup.close();
    again.erase(erasureOf('p-1'));
    expect(place.filesWith(key)).toEqual([]);
    expect(again.verify()).toMatchObject({ unscrubbed: 0, damage: [] });
  });

  it('can be read by their owner only', () => {
    using place = new VaultDirectory();
    const vault = place.open({ directory: place.file('inner') });
    vault.put('p-1', zhang);
    const mode = (name: string): number => statSync(place.file(name)).mode & 0o777;
    expect(mode('inner')).toBe(0o700);
    for (const name of ['keys.db', 'keys.db-wal', 'vault.db', 'vault.db-wal'])
      expect(mode(`inner/${name}`)).toBe(0o600);
  });
});
