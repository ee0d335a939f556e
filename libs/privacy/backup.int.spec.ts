import { describe, expect, it } from '@jest/globals';
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { isErased, type Vault } from './index.js';
import { CrashImages } from './testkit/crash-images.testkit.js';
import { erasureOf, li, person, zhang } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('a restored backup', () => {
  /** Erases p-1 after copying both files aside; then puts `name` back as it was. */
  function restored(place: VaultDirectory, name: string): Vault {
    place.fill();
    for (const file of ['keys.db', 'vault.db']) copyFileSync(place.file(file), place.file(`${file}.backup`));
    const vault = place.open();
    vault.erase(erasureOf('p-1'));
    vault.close();
    renameSync(place.file(`${name}.backup`), place.file(name));
    return place.reader();
  }

  it.each(['keys.db', 'vault.db'])(
    'of %s does not bring an erased person back, and the next writer erases again',
    (name) => {
      using place = new VaultDirectory();
      const reader = restored(place, name);
      expect(isErased(reader.get('p-1'))).toBe(true);
      expect(reader.findByIdentity(zhang.identityNumber!)).toBeNull();
      expect(reader.verify()).toMatchObject({ unscrubbed: 1, damage: [] });
      reader.close();
      const vault = place.open();
      expect(vault.erasure('p-1')).toEqual(erasureOf('p-1'));
      expect(vault.get('p-2')).toMatchObject(li);
      expect(vault.verify()).toEqual({ persons: 1, records: 1, erased: 1, unscrubbed: 0, damage: [] });
      expect(place.sql('keys.db', (keys) => keys.prepare(`SELECT person FROM data_keys`).all())).toEqual([
        { person: 'p-2' },
      ]);
    },
  );

  it('of vault.db leaves no ciphertext of an erased person, wherever the writer that clears it is killed', () => {
    using place = new VaultDirectory();
    restored(place, 'vault.db').close();
    const ciphertexts = place.sql('vault.db', (records) =>
      records
        .prepare(`SELECT sealed FROM records WHERE person = 'p-1'`)
        .all()
        .map(({ sealed }) => sealed as Uint8Array),
    );
    expect([ciphertexts.length, place.countIn(ciphertexts)]).toEqual([2, 2]);
    rmSync(place.file('vault.db.backup'), { force: true });
    const images = new CrashImages(place.path);
    images.during(() => place.open().close());
    expect(place.countIn(ciphertexts)).toBe(0);
    for (const { directory } of images.images) {
      const vault = place.open({ directory });
      expect(place.countIn(ciphertexts, directory)).toBe(0);
      expect(vault.verify()).toMatchObject({ erased: 1, unscrubbed: 0, damage: [] });
      vault.close();
    }
    rmSync(images.under, { recursive: true });
  });

  it('of a key store from before a person was recorded: the person is lost, and said to be, not overwritten', () => {
    using place = new VaultDirectory();
    place.fill();
    copyFileSync(place.file('keys.db'), place.file('keys.db.backup'));
    const vault = place.open();
    vault.put('p-3', person(3));
    vault.close();
    renameSync(place.file('keys.db.backup'), place.file('keys.db'));
    const after = place.open();
    expect(() => after.get('p-3')).toThrow(code('vault-corrupt'));
    expect(() => after.put('p-3', person(3))).toThrow(code('vault-corrupt'));
    expect(after.verify().damage).toMatchObject([{ personRef: 'p-3' }]);
  });
});
