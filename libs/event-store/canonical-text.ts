import { GongkaiError, type CommandMetadata, type Json } from '#kernel';
import { MAX_NESTING } from './limits.js';

/** Quoted keys seen before. Event payloads use a few hundred keys; the bound keeps hostile input from filling memory. */
const quotedKeys = new Map<string, string>();
const MAX_QUOTED_KEYS = 4096;

/** What JSON escapes, and surrogates. A text without any of these may be put between quotes as it is. */
const NOT_PLAIN = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Up to so many keys an insertion sort beats the built-in one. */
const FEW_KEYS = 16;

/** Why a value cannot be written. Becomes `not-canonical` once the place is known. */
class Unfit extends Error {}

/**
 * RFC 8785 text of a value that is strictly {@link Json}: the same characters as `canonicalJson`, a few times faster, and
 * stricter. It refuses what would come back changed or not at all: bigint, NaN, fractions and integers beyond the safe
 * range, `undefined`, dates and other class instances, functions, lone surrogates, nesting deeper than {@link MAX_NESTING}.
 * Raises `not-canonical` (kind invalid), naming the place that `at` gives, such as `events[0].data`.
 */
export function canonicalText(value: Json | CommandMetadata, at: () => string): string {
  try {
    return write(value, 0);
  } catch (unfit) {
    if (!(unfit instanceof Unfit)) throw unfit;
    const message = `内容不能以规范 JSON 表示：${unfit.message}`;
    throw new GongkaiError('invalid', 'not-canonical', message, { fields: [{ path: at(), message }] });
  }
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (Number.isSafeInteger(value)) return String(value);
      throw new Unfit('只接受安全范围内的整数');
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_NESTING) throw new Unfit('嵌套过深');
      return Array.isArray(value) ? writeList(value, depth) : writeObject(value, depth);
    default:
      throw new Unfit(`不接受 ${typeof value} 类型的值`);
  }
}

function writeList(list: readonly unknown[], depth: number): string {
  let text = '[';
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += ',';
    text += write(list[index], depth + 1);
  }
  return text + ']';
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Unfit('只接受普通对象');
  const keys = sorted(Object.keys(value));
  let text = '{';
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (index > 0) text += ',';
    text += quoteKey(key) + write((value as Record<string, unknown>)[key], depth + 1);
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

function quoteKey(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = quote(key) + ':';
  if (quotedKeys.size < MAX_QUOTED_KEYS) quotedKeys.set(key, text);
  return text;
}

function quote(text: string): string {
  if (!NOT_PLAIN.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new Unfit('含有不成对的代理字符');
  return JSON.stringify(text);
}
