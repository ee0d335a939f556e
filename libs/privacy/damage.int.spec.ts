import { describe, expect, it } from '@jest/globals';
import { GongkaiError } from '#kernel';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { erasureOf, keysNamed, li, person, stringsOf, testKey, zhang } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

const bytesOf = (place: VaultDirectory): readonly string[] =>
  ['keys.db', 'vault.db'].map((name) => readFileSync(place.file(name), 'latin1'));

describe('a vault whose master key is', () => {
  it.each([
    [
      'another under the same id',
      { current: '2024-a', byId: new Map([['2024-a', testKey('other')]]) },
      'vault-key-wrong',
    ],
    ['lost, with a new one in its place', keysNamed('2025-a'), 'vault-key-missing'],
    ['not among those given', { current: '2024-a', byId: new Map() }, 'vault-key-missing'],
    [
      'too short',
      { current: '2024-a', byId: new Map([['2024-a', Buffer.alloc(16, 7)]]) },
      'vault-master-keys-malformed',
    ],
  ])('%s: refuses to open, to write or to read, and writes nothing', (_, masterKeys, wanted) => {
    using place = new VaultDirectory();
    place.fill();
    const before = bytesOf(place);
    for (const mode of ['writer', 'reader'] as const) {
      expect(() => place.open({ masterKeys, mode })).toThrow(
        expect.objectContaining({ kind: 'unavailable', code: wanted }),
      );
    }
    expect(bytesOf(place)).toEqual(before);
    // And it has let go of the lock.
    expect(place.open().get('p-1')).toEqual(zhang);
  });
});

const tampering: Record<string, readonly ['keys.db' | 'vault.db', string]> = {
  'a ciphertext with one byte changed': [
    'vault.db',
    `UPDATE records SET sealed = CAST(substr(sealed, 1, 40) || iif(substr(sealed, 41, 1) = x'00', x'01', x'00') || substr(sealed, 42) AS BLOB) WHERE person = 'p-1'`,
  ],
  'a ciphertext cut short': ['vault.db', `UPDATE records SET sealed = substr(sealed, 1, 20) WHERE person = 'p-1'`],
  'an empty ciphertext': ['vault.db', `UPDATE records SET sealed = x'' WHERE person = 'p-1'`],
  'the ciphertext of another person': [
    'vault.db',
    `UPDATE records SET sealed = (SELECT sealed FROM records WHERE person = 'p-2') WHERE person = 'p-1'`,
  ],
  'the ciphertext of a text of the same person': [
    'vault.db',
    `UPDATE records SET sealed = (SELECT sealed FROM records WHERE case_id = 'c-1') WHERE person = 'p-1'`,
  ],
  'another version': ['vault.db', `UPDATE records SET version = version + 1 WHERE person = 'p-1'`],
  'the key of another person': [
    'keys.db',
    `UPDATE data_keys SET sealed = (SELECT sealed FROM data_keys WHERE person = 'p-2') WHERE person = 'p-1'`,
  ],
  'the secret of the index for a key': [
    'keys.db',
    `UPDATE data_keys SET sealed = (SELECT sealed FROM secrets) WHERE person = 'p-1'`,
  ],
  'a key under a master key that nobody registered': [
    'keys.db',
    `UPDATE data_keys SET master = 'unknown' WHERE person = 'p-1'`,
  ],
  'no key': ['keys.db', `DELETE FROM data_keys WHERE person = 'p-1'`],
};
describe('a record that was given', () => {
  it.each(Object.entries(tampering))(
    '%s: is answered with corrupt, found by verify, and no other is harmed',
    (_, [file, sql]) => {
      using place = new VaultDirectory();
      place.fill();
      place.sql(file, (database) => database.exec(sql));
      const vault = place.open();
      expect(() => vault.get('p-1')).toThrow(expect.objectContaining({ kind: 'corrupt', code: 'vault-corrupt' }));
      expect(vault.verify().damage).toContainEqual(expect.objectContaining({ personRef: 'p-1' }));
      expect(vault.get('p-2')).toMatchObject(li);
      expect(vault.findByIdentity('E00000002')).toBe('p-2');
      vault.erase(erasureOf('p-1'));
      expect(vault.verify()).toMatchObject({ persons: 1, damage: [] });
    },
  );

  it('swapped identity hashes: nobody is taken for somebody else', () => {
    using place = new VaultDirectory();
    place.fill();
    place.sql('keys.db', (keys) =>
      keys.exec(`UPDATE identities SET person = CASE person WHEN 'p-1' THEN 'p-2' ELSE 'p-1' END`),
    );
    const vault = place.open();
    expect(vault.findByIdentity(zhang.identityNumber!)).toBeNull();
    vault.put('p-1', zhang);
    expect(vault.findByIdentity(zhang.identityNumber!)).toBe('p-1');
  });
});

describe('a file of the vault', () => {
  const cases: Record<string, readonly [damage: (place: VaultDirectory) => void, code: string]> = {
    'keys.db missing': [(place) => rmSync(place.file('keys.db')), 'vault-file-missing'],
    'vault.db missing': [(place) => rmSync(place.file('vault.db')), 'vault-file-missing'],
    'keys.db empty': [(place) => truncateSync(place.file('keys.db')), 'vault-corrupt'],
    'vault.db empty': [(place) => truncateSync(place.file('vault.db')), 'vault-corrupt'],
    'keys.db a text': [
      (place) => writeFileSync(place.file('keys.db'), 'not a database\n'.repeat(500)),
      'vault-corrupt',
    ],
    'vault.db with a broken header': [(place) => overwrite(place.file('vault.db'), 0, 100), 'vault-corrupt'],
    'vault.db and keys.db exchanged': [
      (place) => {
        renameSync(place.file('keys.db'), place.file('x'));
        renameSync(place.file('vault.db'), place.file('keys.db'));
        renameSync(place.file('x'), place.file('vault.db'));
      },
      'vault-foreign',
    ],
    'vault.db of another program': [
      (place) => {
        rmSync(place.file('vault.db'));
        place.sql('vault.db', (database) => database.exec('CREATE TABLE theirs (x)'));
      },
      'vault-foreign',
    ],
    'keys.db of another vault': [
      (place) => {
        using other = new VaultDirectory();
        other.open().close();
        copyFileSync(other.file('keys.db'), place.file('keys.db'));
      },
      'vault-foreign',
    ],
    'vault.db of a later program': [
      (place) => place.sql('vault.db', (database) => database.exec('PRAGMA user_version = 99')),
      'vault-newer',
    ],
    'keys.db a directory': [
      (place) => {
        rmSync(place.file('keys.db'));
        mkdirSync(place.file('keys.db'));
      },
      'vault-unreachable',
    ],
  };

  it.each(Object.entries(cases))('%s: is refused, and nothing is made in its place', (_, [damage, wanted]) => {
    using place = new VaultDirectory();
    place.fill();
    damage(place);
    for (const mode of ['writer', 'reader'] as const) {
      expect(() => place.open({ mode })).toThrow(code(wanted));
      expect(() => place.open({ mode })).toThrow(GongkaiError);
    }
  });

  it('locked by somebody else is answered with locked, and nothing is written', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    const other = new DatabaseSync(place.file('vault.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(() => vault.put('p-1', li)).toThrow(code('vault-locked'));
    other.close();
    expect(vault.get('p-1')).toEqual(zhang);
    expect(vault.put('p-1', li)).toBe(2);
  });

  it('a reader finds no vault where there is none, and makes none', () => {
    using place = new VaultDirectory();
    expect(() => place.reader()).toThrow(code('vault-file-missing'));
    expect(place.filesWith('')).toEqual([]);
  });

  it('with any one byte changed: a person is read as put in, or with a typed error', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    for (let n = 0; n < 4; n++) vault.put(`p-${n}`, person(n));
    vault.close();
    let harmed = 0;
    for (const name of ['keys.db', 'vault.db']) {
      const whole = readFileSync(place.file(name));
      for (let at = 0; at < whole.length; at += 131) {
        if (whole[at] === 0) continue;
        const flipped = Buffer.from(whole);
        flipped[at]! ^= 0x20;
        writeFileSync(place.file(name), flipped);
        harmed += readAll(place);
      }
      writeFileSync(place.file(name), whole);
    }
    expect(harmed).toBeGreaterThan(10);
    expect(readAll(place)).toBe(0);
  });
});

/** Reads persons 0 to 3; answers how many could not be read. Anything but the record put in or a typed error fails the test. */
function readAll(place: VaultDirectory): number {
  let harmed = 0;
  const typed = <T>(look: () => T): T | undefined => {
    try {
      return look();
    } catch (error) {
      expect(error).toBeInstanceOf(GongkaiError);
      expect(['corrupt', 'unavailable', 'not-found']).toContain((error as GongkaiError).kind);
      harmed++;
      return undefined;
    }
  };
  const vault = typed(() => place.reader());
  for (let n = 0; vault && n < 4; n++) {
    const data = typed(() => vault.get(`p-${n}`));
    if (data !== undefined) expect(data).toEqual(person(n));
  }
  vault?.close();
  return harmed;
}

describe('an error', () => {
  it('holds no personal data, whatever was wrong', () => {
    using place = new VaultDirectory();
    place.fill();
    const vault = place.open();
    place.sql('vault.db', (database) => database.exec(`UPDATE records SET sealed = x'00' WHERE person = 'p-1'`));
    const long = zhang.name.repeat(100);
    const calls: (() => unknown)[] = [
      () => vault.get('p-1'),
      () => vault.get(zhang.name),
      () => vault.get(zhang.identityNumber!),
      () => vault.put('p-3', { ...zhang, name: long }),
      () => vault.put('p-3', { ...zhang, name: `${zhang.name}\u0007` }),
      () => vault.put('p-3', { ...zhang, kind: zhang.name as 'applicant' }),
      () => vault.put('p-3', { ...li, identityNumber: 'E00000002' }),
      () => vault.put('p-3', zhang.name as unknown as typeof zhang),
      () => vault.putText('p-2', 'c-1', 'request', `${zhang.notes}\u0000`),
      () => vault.putText('p-2', zhang.name, 'request', '某某材料'),
      () => vault.putText('p-2', 'c-1', zhang.name, '某某材料'),
      () => vault.findByIdentity(`${zhang.identityNumber}\n`),
      () => vault.erase({ ...erasureOf('p-1'), reason: zhang.name as 'other-law' }),
      () => vault.erase({ ...erasureOf('p-1'), approvedBy: zhang.name }),
    ];
    for (const call of calls) {
      let error: unknown;
      try {
        call();
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(GongkaiError);
      const { message, stack, facts, cause } = error as GongkaiError;
      const all = JSON.stringify({ message, stack, facts, cause: String(cause) });
      expect(stringsOf(zhang).filter((text) => all.includes(text))).toEqual([]);
    }
  });
});

function overwrite(path: string, at: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(file);
}
