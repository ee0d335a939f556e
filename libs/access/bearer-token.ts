import { createHash, randomBytes } from 'node:crypto';

/** Marks a token of this system, so that one that leaked is found by a scanner of secrets. */
const PREFIX = 'gk_';
const RANDOM_BYTES = 32;
const SHAPE = /^gk_[A-Za-z0-9_-]{43}$/;

/** A new token: `gk_` and 256 random bits in base64url. Shown once, to the person who made it; never stored. */
export function newToken(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** Whether the text can be a token at all. */
export function isTokenShaped(text: string): boolean {
  return SHAPE.test(text);
}

/**
 * What is stored in place of a token: its SHA-256 in hex. A slow hash would add nothing: 256 random bits cannot be guessed.
 * Lookup goes by this hash, so that the time an answer takes tells nothing about a stored token.
 */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
