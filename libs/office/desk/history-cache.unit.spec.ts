import { describe, expect, it } from '@jest/globals';
import { HistoryCache, type KnownStream } from './history-cache.js';

const known = (): KnownStream => ({ history: [], commands: new Map() });

describe('the cache of histories', () => {
  it('answers with what was put last, and forgets on demand', () => {
    const cache = new HistoryCache();
    const [first, second] = [known(), known()];
    cache.set('a', first);
    cache.set('a', second);
    expect(cache.get('a')).toBe(second);
    cache.forget('a');
    expect(cache.get('a')).toBeUndefined();
  });

  it('keeps what is used, and drops what is not, within its capacity', () => {
    const cache = new HistoryCache(10);
    const used = known();
    cache.set('used', used);
    for (let number = 0; number < 1_000; number++) {
      cache.set(`once-${number}`, known());
      expect(cache.get('used')).toBe(used);
    }
    const kept = Array.from({ length: 1_000 }, (_, number) => cache.get(`once-${number}`)).filter(Boolean);
    expect(kept.length).toBeLessThanOrEqual(10);
    expect(cache.get('once-999')).toBeDefined();
  });

  it('never answers with an older state of a stream', () => {
    const cache = new HistoryCache(4);
    const states = Array.from({ length: 50 }, known);
    for (const state of states) {
      cache.set('a', state);
      for (const other of ['b', 'c', 'd']) cache.set(other, known());
      expect([state, undefined]).toContain(cache.get('a'));
    }
  });
});
