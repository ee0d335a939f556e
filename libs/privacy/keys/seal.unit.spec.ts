import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createDecipheriv } from 'node:crypto';
import { testKey } from '../testkit/people.testkit.js';
import { seal, unseal } from './seal.js';

const key = testKey('k');
const place = fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 });

describe('a seal', () => {
  it('opens with the same key and place to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), place, (plain, where) => {
        expect(unseal(key, seal(key, plain, where), where)).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('does not open with another key, at another place, or with any bit changed', () => {
    const where = ['p-1', 'person', 1];
    const sealed = seal(key, Buffer.from('某某'), where);
    expect(unseal(testKey('other'), sealed, where)).toBeUndefined();
    for (const other of [[], ['p-1', 'person', 2], ['p-1person', 1], ['p-1', 'person', '1']]) {
      expect(unseal(key, sealed, other)).toBeUndefined();
    }
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(unseal(key, changed, where)).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(unseal(key, sealed.subarray(0, length), where)).toBeUndefined();
    }
  });

  it('is AES-256-GCM: nonce, tag, ciphertext, with the canonical JSON of the place as additional data', () => {
    const sealed = seal(key, Buffer.from('某某'), ['p-1', 1]);
    const plain = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    plain.setAuthTag(sealed.subarray(12, 28));
    plain.setAAD(Buffer.from('["p-1",1]'));
    expect(Buffer.concat([plain.update(sealed.subarray(28)), plain.final()]).toString()).toBe('某某');
  });

  it('never comes out twice the same', () => {
    const seals = Array.from({ length: 1000 }, () => seal(key, Buffer.from('某某'), []));
    expect(new Set(seals.map((sealed) => sealed.subarray(0, 12).toString('hex'))).size).toBe(1000);
    expect(new Set(seals.map((sealed) => sealed.subarray(28).toString('hex'))).size).toBe(1000);
  });
});
