import { describe, expect, it } from '@jest/globals';
import { isErased } from './index.js';
import { erasureOf, li, person, zhang } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('a vault', () => {
  it('given a person, then the same comes back, also after opening anew, also to a reader', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    expect([vault.put('p-1', zhang), vault.put('p-2', li)]).toEqual([1, 1]);
    expect([vault.get('p-1'), vault.get('p-2')]).toEqual([zhang, li]);
    expect(place.reader().get('p-1')).toEqual(zhang);
    vault.close();
    expect(place.open().get('p-1')).toEqual(zhang);
    expect(place.warnings).toEqual([]);
  });

  it('given a correction, then the new record stands, with the next version, and fields that were dropped are gone', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    expect(vault.put('p-1', li)).toBe(2);
    expect(vault.get('p-1')).toEqual(li);
    expect(vault.findByIdentity(zhang.identityNumber!)).toBeNull();
  });

  it('knows nobody that was not put in', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    expect(() => vault.get('p-1')).toThrow(code('not-found'));
    expect(() => vault.getText('p-1', 'c-1', 'request')).toThrow(code('not-found'));
    expect(() => vault.putText('p-1', 'c-1', 'request', '某某材料')).toThrow(code('not-found'));
    expect(() => vault.erase(erasureOf('p-1'))).toThrow(code('not-found'));
    expect(vault.texts('p-1')).toEqual([]);
    expect(vault.erasure('p-1')).toBeUndefined();
  });

  it('given texts of cases, then each comes back under its case and name', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.putText('p-1', 'c-1', 'request', '要求公开本人住所 拆迁的\n补偿协议 🏠');
    vault.putText('p-1', 'c-2', 'request', '另一件');
    expect(vault.putText('p-1', 'c-2', 'request', '另一件，改过')).toBe(2);
    expect(vault.getText('p-1', 'c-1', 'request')).toBe('要求公开本人住所 拆迁的\n补偿协议 🏠');
    expect(vault.getText('p-1', 'c-2', 'request')).toBe('另一件，改过');
    expect(() => vault.getText('p-1', 'c-1', 'reasons')).toThrow(code('not-found'));
    expect(vault.texts('p-1')).toEqual([
      { caseId: 'c-1', name: 'request', version: 1 },
      { caseId: 'c-2', name: 'request', version: 2 },
    ]);
  });

  it('when a person is erased, then everything of that person answers erased, and nobody else is touched', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.putText('p-1', 'c-1', 'request', '某某材料');
    vault.put('p-2', li);
    vault.putText('p-2', 'c-1', 'opinion', '不同意公开');
    expect(vault.erase(erasureOf('p-1'))).toEqual(erasureOf('p-1'));
    const erased = { erased: true, on: '2034-03-01' };
    for (const reading of [vault, place.reader()]) {
      expect(reading.get('p-1')).toEqual(erased);
      expect(isErased(reading.get('p-1'))).toBe(true);
      expect(reading.getText('p-1', 'c-1', 'request')).toEqual(erased);
      expect(reading.getText('p-1', 'c-9', 'never-there')).toEqual(erased);
      expect(reading.texts('p-1')).toEqual(erased);
      expect(reading.findByIdentity(zhang.identityNumber!)).toBeNull();
      expect(reading.erasure('p-1')).toEqual(erasureOf('p-1'));
      expect(reading.get('p-2')).toEqual(li);
      expect(reading.getText('p-2', 'c-1', 'opinion')).toBe('不同意公开');
      expect(reading.verify()).toEqual({ persons: 1, records: 2, erased: 1, unscrubbed: 0, damage: [] });
    }
  });

  it('when a person is erased twice, then the first decision stays', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.erase(erasureOf('p-1'));
    const second = { ...erasureOf('p-1'), on: '2040-01-01', reason: 'other-law', approvedBy: 'head-2' } as const;
    expect(vault.erase(second)).toEqual(erasureOf('p-1'));
    expect(vault.get('p-1')).toEqual({ erased: true, on: '2034-03-01' });
  });

  it('refuses to record anything about an erased person', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.erase(erasureOf('p-1'));
    expect(() => vault.put('p-1', zhang)).toThrow(code('vault-person-erased'));
    expect(() => vault.putText('p-1', 'c-1', 'request', '某某材料')).toThrow(code('vault-person-erased'));
    expect(place.filesWith('p-1')).not.toEqual([]);
    expect(vault.verify()).toMatchObject({ persons: 0, records: 0 });
    // The human being may come again under another reference.
    vault.put('p-2', zhang);
    expect(vault.findByIdentity(zhang.identityNumber!)).toBe('p-2');
  });

  it('erases many at once, all or none', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    for (let n = 0; n < 20; n++) vault.put(`p-${n}`, person(n));
    expect(() => vault.eraseAll([erasureOf('p-3'), erasureOf('nobody')])).toThrow(code('not-found'));
    expect(vault.get('p-3')).toEqual(person(3));
    const wanted = ['p-3', 'p-5', 'p-3', 'p-19'].map(erasureOf);
    expect(vault.eraseAll(wanted)).toEqual(wanted);
    expect(vault.verify()).toEqual({ persons: 17, records: 17, erased: 3, unscrubbed: 0, damage: [] });
    expect(vault.eraseAll([])).toEqual([]);
  });

  it('open for reading, or closed, refuses to write', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    const reader = place.reader();
    expect(() => reader.put('p-1', li)).toThrow(code('vault-read-only'));
    expect(() => reader.erase(erasureOf('p-1'))).toThrow(code('vault-read-only'));
    expect(() => reader.rotateMasterKey()).toThrow(code('vault-read-only'));
    vault.close();
    vault.close();
    expect(() => vault.get('p-1')).toThrow(code('vault-closed'));
    expect(place.reader().get('p-1')).toEqual(zhang);
  });
});

describe('the index of identity numbers', () => {
  it('finds a person by every spelling of the number, and nobody by another', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.put('p-2', li);
    for (const spelling of [
      '99010119900307123x',
      '99010119900307123X',
      '990101 19900307 123x',
      '９９０１０１１９９００３０７１２３Ｘ',
    ]) {
      expect(vault.findByIdentity(spelling)).toBe('p-1');
    }
    expect(vault.findByIdentity('990101199003071230')).toBeNull();
  });

  it('follows a correction of the number', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    vault.put('p-1', { ...zhang, identityNumber: 'E12345678' });
    expect(vault.findByIdentity(zhang.identityNumber!)).toBeNull();
    expect(vault.findByIdentity('e12345678')).toBe('p-1');
    expect(place.sql('keys.db', (keys) => keys.prepare('SELECT count(*) AS n FROM identities').get())).toEqual({
      n: 1,
    });
  });

  it('refuses a second person with the same number, and says who has it', () => {
    using place = new VaultDirectory();
    const vault = place.open();
    vault.put('p-1', zhang);
    expect(() => vault.put('p-2', { ...li, identityNumber: '99010119900307123X' })).toThrow(
      expect.objectContaining({ code: 'vault-identity-in-use', facts: { personRef: 'p-1' } }),
    );
    expect(() => vault.get('p-2')).toThrow(code('not-found'));
    expect(vault.verify()).toMatchObject({ persons: 1, damage: [] });
  });

  it('differs from vault to vault', () => {
    using one = new VaultDirectory();
    using other = new VaultDirectory();
    const hash = (place: VaultDirectory): unknown => {
      place.open().put('p-1', zhang);
      return place.sql('keys.db', (keys) => keys.prepare('SELECT hex(hash) AS hash FROM identities').get());
    };
    expect(hash(one)).not.toEqual(hash(other));
  });
});
