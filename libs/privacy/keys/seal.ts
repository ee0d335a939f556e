import { canonicalJson, type Json } from '#kernel';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts with AES-256-GCM under a fresh random nonce: nonce (12) | tag (16) | ciphertext.
 * `place` says where the result belongs; only who names the same place can open it, so that a row moved elsewhere is found out.
 * `key` is 32 bytes. Random nonces are safe for 2^32 seals under one key (NIST SP 800-38D, 8.3).
 */
export function seal(key: Uint8Array, plain: Uint8Array, place: readonly Json[]): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bytesOf(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The inverse of {@link seal}; undefined when key, place or bytes are not those of the sealing. */
export function unseal(key: Uint8Array, sealed: Uint8Array, place: readonly Json[]): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bytesOf(place));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // `final` throws for one reason only: the tag does not fit. The bytes before it must not be used.
    plain.fill(0);
    return undefined;
  }
}

function bytesOf(place: readonly Json[]): Buffer {
  return Buffer.from(canonicalJson(place), 'utf8');
}
