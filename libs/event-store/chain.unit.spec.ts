import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHAIN_START, chainHash, type ChainedEvent } from './chain.js';

const event: ChainedEvent = {
  id: '912f2f20-2f83-5984-bf0a-f4edcca7bbe0',
  type: 'case.application-received',
  version: 1,
  stream: 'case-1',
  revision: 0,
  data: '{"receivedOn":"2024-03-01","subject":"征地批复"}',
  metadata: '{"actor":"staff-7"}',
};

describe('hash chain', () => {
  it('keeps to its published format: these hashes never change', () => {
    const first = chainHash(CHAIN_START, event);
    const second = chainHash(first, { ...event, revision: 1, data: '{}' });
    expect([first, second]).toEqual([
      'e08cf35bb803a90e80f6c82a006dce29b107bc8938bd229e5f33dd65b31f1707',
      '7c70fe36874bd01a4cc1bb5c75e409d7e93232f806213d13127495c8888f576d',
    ]);
  });

  it('depends on every field and on the hash before', () => {
    const variants: ChainedEvent[] = [
      event,
      { ...event, id: 'x' },
      { ...event, type: 'x' },
      { ...event, version: 2 },
      { ...event, stream: 'x' },
      { ...event, revision: 1 },
      { ...event, data: '{}' },
      { ...event, metadata: '{}' },
    ];
    const hashes = new Set([
      ...variants.map((variant) => chainHash(CHAIN_START, variant)),
      chainHash('1'.repeat(64), event),
    ]);
    expect(hashes.size).toBe(variants.length + 1);
  });

  it('does not confuse what one field ends with and the next begins with', () => {
    const text = fc.stringMatching(/^[a-c ]{4,8}$/);
    fc.assert(
      fc.property(text, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (whole, cut, otherCut) => {
        fc.pre(cut !== otherCut);
        const split = (at: number) =>
          chainHash(CHAIN_START, { ...event, id: whole.slice(0, at), type: whole.slice(at) });
        expect(split(cut)).not.toBe(split(otherCut));
      }),
    );
  });
});
