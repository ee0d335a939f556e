import { hash } from 'node:crypto';

/** The end of one stream at a position of the log: its last revision and the chain hash of that event. */
export interface StreamHead {
  readonly stream: string;
  readonly revision: number;
  /** 64 lower-case hex digits (docs/formats/hash-chain.md). */
  readonly hash: string;
}

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/**
 * The leaf of a stream: SHA-256(0x00 ‖ name ‖ 0x00 ‖ revision in decimal ‖ 0x00 ‖ hash in hex), text in UTF-8. Names hold no control
 * characters, so two heads never give the same bytes; 0x00 in front keeps a leaf from being taken for a node.
 */
export function leafHash({ stream, revision, hash: head }: StreamHead): Buffer {
  return hash('sha256', `\0${stream}\0${revision}\0${head}`, 'buffer');
}
