import { createHash } from 'node:crypto';
import type { RecordedEvent } from '#kernel';

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((whole, part) => whole.update(part), createHash('sha256')).digest();

/** The tree hash of RFC 6962, section 2.1, word for word: splits at the largest power of two below the number of leaves. */
export function naiveTreeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.from([1]), naiveTreeHash(leaves.slice(0, split)), naiveTreeHash(leaves.slice(split)));
}

/** The root after these events of a log, the slow way: docs/formats/merkle-root.md read aloud. */
export function naiveRoot(events: readonly RecordedEvent[]): string {
  const names = [...new Set(events.map(({ stream }) => stream))];
  names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const leaves = names.map((name) => {
    const { revision, hash } = events.findLast(({ stream }) => stream === name)!;
    return sha256(Buffer.from([0]), name, Buffer.from([0]), String(revision), Buffer.from([0]), hash);
  });
  return naiveTreeHash(leaves).toString('hex');
}
