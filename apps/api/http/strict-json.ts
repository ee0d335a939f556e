import { GongkaiError, type Json } from '#kernel';

/** Deepest nesting of a body: far above what any command needs. */
export const MAX_BODY_NESTING = 16;

/** Names that reach the prototype of an object in careless code; no command has such a field. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Tokens of a text that is known to be JSON. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Frame {
  /** Path of the container itself. */
  readonly at: string;
  /** Names seen so far; `null` for a list. */
  readonly keys: Set<string> | null;
  key: string;
  index: number;
  expectsKey: boolean;
}

/**
 * Reads a body as I-JSON (RFC 7493): what `JSON.parse` would silently bend is refused, each with its path.
 * Raises kind malformed: `malformed-json`, `duplicate-key`, `forbidden-key`, `nesting-too-deep`, `number-out-of-range`,
 * `malformed-text` (a NUL or half of a surrogate pair). `root` begins every path.
 */
export function parseStrictJson(text: string, root = 'body'): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (cause) {
    throw fault('malformed-json', root, '不是合法的 JSON', { cause });
  }
  inspect(text, root);
  return value;
}

function inspect(text: string, root: string): void {
  const stack: Frame[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const top = stack.at(-1);
    if (token === '{' || token === '[') stack.push(open(token, pathOf(top, root), stack.length));
    else if (token === '}' || token === ']') stack.pop();
    else if (token === ',') next(top);
    else if (token === ':') continue;
    else if (top?.expectsKey) takeKey(top, JSON.parse(token) as string);
    else checkScalar(JSON.parse(token), pathOf(top, root));
  }
}

function open(token: string, at: string, depth: number): Frame {
  if (depth >= MAX_BODY_NESTING) throw fault('nesting-too-deep', at, `嵌套超过 ${MAX_BODY_NESTING} 层`);
  const isObject = token === '{';
  return { at, keys: isObject ? new Set() : null, key: '', index: 0, expectsKey: isObject };
}

function next(frame: Frame | undefined): void {
  if (!frame) return;
  frame.index++;
  frame.expectsKey = frame.keys !== null;
}

function takeKey(frame: Frame, key: string): void {
  frame.key = key;
  frame.expectsKey = false;
  const path = pathOf(frame, frame.at);
  checkScalar(key, path);
  if (FORBIDDEN_KEYS.has(key)) throw fault('forbidden-key', path, '不允许的字段名');
  if (frame.keys?.has(key)) throw fault('duplicate-key', path, '字段重复出现');
  frame.keys?.add(key);
}

function checkScalar(value: unknown, path: string): void {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw fault('number-out-of-range', path, '数值超出可精确表示的范围');
  }
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
    throw fault('malformed-text', path, '文字含空字符（NUL）或不完整的字符');
  }
}

function pathOf(frame: Frame | undefined, root: string): string {
  if (!frame) return root;
  return frame.keys ? `${frame.at}.${frame.key.slice(0, 64).toWellFormed()}` : `${frame.at}[${frame.index}]`;
}

function fault(code: string, path: string, message: string, options?: ErrorOptions): GongkaiError {
  return new GongkaiError(
    'malformed',
    code,
    `请求内容无法读取：${path}：${message}`,
    { fields: [{ path, message }] },
    options,
  );
}
