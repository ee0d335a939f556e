import { describe, expect, it } from '@jest/globals';
import { keysNamed, testKey } from '../testkit/people.testkit.js';
import { KeyWrap } from './key-wrap.js';

const VAULT = '0b9c4b8e-7c1e-4a52-9a8d-1d6b1b5f0e11';
const OWNER = ['person', 'p-1'] as const;
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('a wrapped key', () => {
  const wrap = new KeyWrap(keysNamed('2025-a', '2024-a'), VAULT);
  const key = testKey('data');
  const wrapped = wrap.wrap(key, OWNER);

  it('opens for its owner in its vault, under the master key that wrapped it', () => {
    expect(wrapped.master).toBe('2025-a');
    expect(wrap.unwrap(wrapped, OWNER)).toEqual(key);
    expect(new KeyWrap(keysNamed('2026-a', '2025-a'), VAULT).unwrap(wrapped, OWNER)).toEqual(key);
  });

  it('opens for nobody else', () => {
    expect(() => wrap.unwrap(wrapped, ['person', 'p-2'])).toThrow(code('vault-corrupt'));
    expect(() => wrap.unwrap(wrapped, ['secret', 'p-1'])).toThrow(code('vault-corrupt'));
    expect(() => wrap.unwrap({ ...wrapped, master: '2024-a' }, OWNER)).toThrow(code('vault-corrupt'));
    expect(() => wrap.unwrap({ ...wrapped, master: '2026-a' }, OWNER)).toThrow(code('vault-key-missing'));
    expect(() => new KeyWrap(keysNamed('2025-a'), 'another-vault').unwrap(wrapped, OWNER)).toThrow(
      code('vault-corrupt'),
    );
  });

  it('has a master key that is known again by its proof, in this vault only', () => {
    const proof = wrap.proof('2025-a');
    expect(() => wrap.check('2025-a', proof)).not.toThrow();
    expect(() => wrap.check('2024-a', proof)).toThrow(code('vault-key-wrong'));
    expect(() => wrap.check('2025-a', proof.subarray(1))).toThrow(code('vault-key-wrong'));
    expect(new KeyWrap(keysNamed('2025-a'), 'another-vault').proof('2025-a')).not.toEqual(proof);
  });

  it('opens for nobody once the master keys are forgotten', () => {
    const closed = new KeyWrap(keysNamed('2025-a'), VAULT);
    closed.close();
    expect(() => closed.unwrap(wrapped, OWNER)).toThrow(code('vault-key-missing'));
  });
});
