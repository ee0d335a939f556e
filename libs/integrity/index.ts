export type { StreamHead } from './leaf-hash.js';
export { LogTree } from './log-tree.js';
export * from './merkle-root-at.js';
export type { ProofStep } from './merkle-tree.js';
export * from './verify-log.js';
export * from './verify-proof.js';
