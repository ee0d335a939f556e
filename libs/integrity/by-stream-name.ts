import type { StreamHead } from './leaf-hash.js';

const SURROGATE = /[\ud800-\udfff]/;

/** Heads in the order of the leaves: by the UTF-8 bytes of the stream's name, ascending. */
export function sortedByName(heads: Iterable<StreamHead>): StreamHead[] {
  const list = [...heads];
  // JavaScript compares UTF-16 units, which order alike except for characters beyond the basic plane.
  const compare = list.some(({ stream }) => SURROGATE.test(stream)) ? byBytes : byUnits;
  return list.sort(compare);
}

function byUnits({ stream: a }: StreamHead, { stream: b }: StreamHead): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byBytes({ stream: a }: StreamHead, { stream: b }: StreamHead): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
