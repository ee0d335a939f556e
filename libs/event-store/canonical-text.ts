import { GongkaiError, type Json } from '#kernel';
import { MAX_NESTING } from './limits.js';

/** Quoted keys seen before. Event payloads use a few hundred keys; the bound keeps hostile input from filling memory. */
const quotedKeys = new Map<string, string>();
const MAX_QUOTED_KEYS = 4096;

/** What JSON escapes, and surrogates. A text without any of these may be put between quotes as it is. */
const NOT_PLAIN = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Up to so many keys an insertion sort beats the built-in one. */
const FEW_KEYS = 16;

/**
 * RFC 8785 text of a value that is strictly {@link Json}: the same characters as `canonicalJson`, a few times faster, and
 * stricter. It refuses what would come back changed or not at all: bigint, NaN, fractions and integers beyond the safe
 * range, `undefined`, dates and other class instances, functions, lone surrogates, nesting deeper than {@link MAX_NESTING}.
 * Raises `not-canonical` (kind invalid), naming `at`.
 */
export function canonicalText(value: Json, at: string): string {
  return write(value, at, 0);
}

function write(value: unknown, at: string, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quote(value, at);
    case 'number':
      if (Number.isSafeInteger(value)) return String(value);
      throw notCanonical(at, '只接受安全范围内的整数');
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_NESTING) throw notCanonical(at, '嵌套过深');
      return Array.isArray(value) ? writeList(value, at, depth) : writeObject(value, at, depth);
    default:
      throw notCanonical(at, `不接受 ${typeof value} 类型的值`);
  }
}

function writeList(list: readonly unknown[], at: string, depth: number): string {
  let text = '[';
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += ',';
    text += write(list[index], at, depth + 1);
  }
  return text + ']';
}

function writeObject(value: object, at: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notCanonical(at, '只接受普通对象');
  const keys = sorted(Object.keys(value));
  let text = '{';
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (index > 0) text += ',';
    text += quoteKey(key, at) + write((value as Record<string, unknown>)[key], at, depth + 1);
  }
  return text + '}';
}

/** In order of UTF-16 units, as RFC 8785 asks; that is how JavaScript compares strings. Sorts in place. */
function sorted(keys: string[]): readonly string[] {
  if (keys.length > FEW_KEYS) return keys.sort();
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index]!;
    let to = index;
    for (; to > 0 && keys[to - 1]! > key; to--) keys[to] = keys[to - 1]!;
    keys[to] = key;
  }
  return keys;
}

function quoteKey(key: string, at: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = quote(key, at) + ':';
  if (quotedKeys.size < MAX_QUOTED_KEYS) quotedKeys.set(key, text);
  return text;
}

function quote(text: string, at: string): string {
  if (!NOT_PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw notCanonical(at, '含有不成对的代理字符');
  return JSON.stringify(text);
}

function notCanonical(at: string, why: string): GongkaiError {
  const message = `内容不能以规范 JSON 表示：${why}`;
  return new GongkaiError('invalid', 'not-canonical', message, { fields: [{ path: at, message }] });
}
