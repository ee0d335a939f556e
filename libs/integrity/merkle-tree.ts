import { hash } from 'node:crypto';
import { HASH_BYTES } from './leaf-hash.js';

/** A sibling on the way from a leaf to the root: the side on which it stands, `l` or `r`, and its hash in hex. */
export type ProofStep = `${'l' | 'r'}${string}`;

/** SHA-256 of no bytes in hex: the root of a tree without leaves, as in RFC 6962. */
const EMPTY_ROOT = hash('sha256', '', 'hex');

/**
 * A Merkle tree as in RFC 6962: node = SHA-256(0x01 ‖ left ‖ right); the last node of a level with an odd number of them moves up as it
 * is. Keeps every level, 64 bytes per leaf in all.
 */
export class MerkleTree {
  /** Hashes side by side, leaves first. */
  readonly #levels: readonly Buffer[];

  constructor(leaves: Iterable<Buffer>) {
    const levels: Buffer[] = [Buffer.concat([...leaves])];
    for (let level: Buffer = levels[0]!; level.length > HASH_BYTES; levels.push(level)) level = levelAbove(level);
    this.#levels = levels;
  }

  /** The root in hex. */
  get root(): string {
    const top = this.#levels.at(-1)!;
    return top.length === 0 ? EMPTY_ROOT : top.toString('hex');
  }

  /** The siblings from the leaf at `index` up to the root. */
  proof(index: number): readonly ProofStep[] {
    const steps: ProofStep[] = [];
    let at = index;
    for (const level of this.#levels) {
      const sibling = at ^ 1;
      if (sibling * HASH_BYTES < level.length) steps.push(`${sibling < at ? 'l' : 'r'}${hexAt(level, sibling)}`);
      at >>= 1;
    }
    return steps;
  }
}

/** The hash of a node over its two children. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

const NODE = Buffer.from([1]);

function levelAbove(level: Buffer): Buffer {
  const nodes: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2 * HASH_BYTES) {
    const left = level.subarray(at, at + HASH_BYTES);
    const right = level.subarray(at + HASH_BYTES, at + 2 * HASH_BYTES);
    nodes.push(right.length === 0 ? left : nodeHash(left, right));
  }
  return Buffer.concat(nodes);
}

function hexAt(level: Buffer, index: number): string {
  return level.toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES);
}
