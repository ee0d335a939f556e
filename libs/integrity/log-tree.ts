import type { Position } from '#kernel';
import type { StreamEnd } from '#event-store';
import { sortedByName } from './by-stream-name.js';
import { leafHash, type StreamHead } from './leaf-hash.js';
import { MerkleTree } from './merkle-tree.js';
import type { InclusionProof } from './verify-proof.js';

/** The heads of all streams at one position of a log, and the Merkle tree over them (docs/formats/merkle-root.md). */
export class LogTree {
  /** In the order of the leaves. */
  readonly heads: readonly StreamHead[];
  readonly #tree: MerkleTree;
  #indexes: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly position: Position,
    ends: ReadonlyMap<string, StreamEnd>,
  ) {
    this.heads = sortedByName(ends.entries().map(([stream, { revision, hash }]) => ({ stream, revision, hash })));
    this.#tree = new MerkleTree(this.heads.values().map(leafHash));
  }

  /** 64 lower-case hex digits. */
  get root(): string {
    return this.#tree.root;
  }

  /** The head of a stream; `undefined` for one that had no event yet. */
  headOf(stream: string): StreamHead | undefined {
    const index = this.#indexOf(stream);
    return index === undefined ? undefined : this.heads[index];
  }

  /** Proof that a stream ended so at this position; `undefined` for one that had no event yet. */
  proofFor(stream: string): InclusionProof | undefined {
    const index = this.#indexOf(stream);
    return index === undefined ? undefined : { ...this.heads[index]!, path: this.#tree.proof(index) };
  }

  #indexOf(stream: string): number | undefined {
    this.#indexes ??= new Map(this.heads.map((head, index) => [head.stream, index]));
    return this.#indexes.get(stream);
  }
}
