import { createHmac } from 'node:crypto';
import { normalisedIdentity } from '../person/identity-number.js';

/**
 * A pseudonym by which the same person is found again: HMAC-SHA-256 under a secret of the vault. Identity numbers are few
 * enough to try them all, so this is worth no more than the secrecy of the secret; hence it stands in the key store.
 */
export function identityHash(secret: Uint8Array, identityNumber: string): Buffer {
  return createHmac('sha256', secret)
    .update(`gongkai-vault-identity-1\n${normalisedIdentity(identityNumber)}`, 'utf8')
    .digest();
}
