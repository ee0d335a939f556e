import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';

/** SHA-256 of the canonical JSON of a value, in hex. */
export function sha256OfJson(value: object): string {
  return createHash('sha256')
    .update(canonicalJson(value as Json))
    .digest('hex');
}
