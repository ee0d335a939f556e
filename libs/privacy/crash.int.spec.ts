import { describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { openVault, type Erased, type PersonalData, type Vault } from './index.js';
import { CrashImages } from './testkit/crash-images.testkit.js';
import { erasureOf, keysNamed, li, zhang } from './testkit/people.testkit.js';
import { VaultDirectory } from './testkit/vault-directory.testkit.js';

const both = keysNamed('2025-a', '2024-a');
const erased: Erased = { erased: true, on: '2034-03-01' };
const moved: PersonalData = { ...zhang, identityNumber: 'E00000001' };

/** What can be read of a person: the record, the text, whom the identity numbers lead to. */
interface Reading {
  readonly data: PersonalData | Erased | undefined;
  readonly text: string | Erased | undefined;
  readonly found: readonly (string | null)[];
}

const nothing: Reading = { data: undefined, text: undefined, found: [null, null] };

function reading(vault: Vault, person: string): Reading {
  const orUndefined = <T>(look: () => T): T | undefined => {
    try {
      return look();
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-found' });
      return undefined;
    }
  };
  return {
    data: orUndefined(() => vault.get(person)),
    text: orUndefined(() => vault.getText(person, 'c-1', 'request')),
    found: [zhang.identityNumber!, moved.identityNumber!].map((number) => vault.findByIdentity(number)),
  };
}

/** One call, and what can be read of p-1 after it. */
interface Step {
  readonly call: (vault: Vault) => unknown;
  readonly then: Reading;
}

const steps: Record<string, Step> = {
  'first record': {
    call: (vault) => vault.put('p-1', zhang),
    then: { data: zhang, text: undefined, found: ['p-1', null] },
  },
  text: {
    call: (vault) => vault.putText('p-1', 'c-1', 'request', '某某材料'),
    then: { data: zhang, text: '某某材料', found: ['p-1', null] },
  },
  'new identity number': {
    call: (vault) => vault.put('p-1', moved),
    then: { data: moved, text: '某某材料', found: [null, 'p-1'] },
  },
  rotation: {
    call: (vault) => vault.rotateMasterKey(),
    then: { data: moved, text: '某某材料', found: [null, 'p-1'] },
  },
  erasure: {
    call: (vault) => vault.erase(erasureOf('p-1')),
    then: { data: erased, text: erased, found: [null, null] },
  },
};

describe('a process killed before any one of its statements', () => {
  it.each(Object.keys(steps))(
    'in the step “%s” leaves what was before or what comes after, and it can be done again',
    (name) => {
      using place = new VaultDirectory();
      const before = place.open({ masterKeys: keysNamed('2024-a') });
      before.put('p-0', li);
      let last = nothing;
      for (const [other, step] of Object.entries(steps)) {
        if (other === name) break;
        // The rotation itself is under test in its own step; otherwise the newer key is there from the start.
        if (other !== 'rotation') step.call(before);
        last = step.then;
      }
      before.close();

      const images = new CrashImages(place.path);
      const vault = place.open({ masterKeys: both });
      images.during(() => steps[name]!.call(vault));
      vault.close();
      expect(images.images.length).toBeGreaterThanOrEqual(2);
      const seen = new Set<string>();
      for (const { directory } of images.images) {
        const open = (mode: 'writer' | 'reader'): Vault =>
          openVault({ directory, masterKeys: both, mode, warn: (warning) => place.warnings.push(warning) });
        const reader = open('reader');
        const left = reading(reader, 'p-1');
        expect([last, steps[name]!.then]).toContainEqual(left);
        seen.add(JSON.stringify(left));
        reader.close();

        const next = open('writer');
        expect(reading(next, 'p-1')).toEqual(left);
        expect(next.verify()).toMatchObject({ unscrubbed: 0, damage: [] });
        steps[name]!.call(next);
        expect(reading(next, 'p-1')).toEqual(steps[name]!.then);
        expect(next.get('p-0')).toEqual(li);
        next.close();
      }
      expect(seen.size).toBe(name === 'rotation' ? 1 : 2);
      expect(place.warnings).toEqual([]);
      rmSync(images.under, { recursive: true });
    },
  );

  it('as it makes the vault leaves a directory in which the vault can be made', () => {
    using place = new VaultDirectory();
    const images = new CrashImages(place.path);
    images.during(() => place.open().close());
    expect(images.images.length).toBeGreaterThan(8);
    for (const { directory } of images.images) {
      const vault = place.open({ directory });
      vault.put('p-1', zhang);
      expect(vault.get('p-1')).toEqual(zhang);
      expect(vault.findByIdentity(zhang.identityNumber!)).toBe('p-1');
      vault.close();
    }
    rmSync(images.under, { recursive: true });
  });
});
