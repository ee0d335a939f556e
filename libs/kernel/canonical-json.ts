import canonicalize from 'canonicalize';
import { GongkaiError } from './errors.js';
import type { Json } from './event.js';

/**
 * RFC 8785 text of a JSON value: the same value always gives the same characters.
 * Raises `not-canonical` (kind invalid) for what JSON cannot hold: bigint, NaN, `undefined` in a list, lone surrogates, a function.
 */
export function canonicalJson(value: Json): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch (cause) {
    throw new GongkaiError('invalid', 'not-canonical', '内容不能以规范 JSON 表示', {}, { cause });
  }
  throw new GongkaiError('invalid', 'not-canonical', '内容不能以规范 JSON 表示');
}

/** Whether two values, or the lack of one, are the same whatever the order of their fields. Raises what {@link canonicalJson} raises. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonicalJson(one) === canonicalJson(other);
}
