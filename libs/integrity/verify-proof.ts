import { leafHash, type StreamHead } from './leaf-hash.js';
import { nodeHash, type ProofStep } from './merkle-tree.js';

/** Proof that a stream ended with this event when the log had a certain root. */
export interface InclusionProof extends StreamHead {
  /** From the leaf upwards. */
  readonly path: readonly ProofStep[];
}

const STEP = /^[lr][0-9a-f]{64}$/;

/** Whether the proof leads to the root. Pure; false for whatever is malformed. */
export function verifyProof(proof: InclusionProof, root: string): boolean {
  if (!proof.path.every((step) => STEP.test(step))) return false;
  const reached = proof.path.reduce((below, step) => {
    const sibling = Buffer.from(step.slice(1), 'hex');
    return step.startsWith('l') ? nodeHash(sibling, below) : nodeHash(below, sibling);
  }, leafHash(proof));
  return reached.toString('hex') === root;
}
