import { randomBytes } from 'node:crypto';
import { masterKeyMissing, masterKeysMalformed } from '../vault-errors.js';

/** Bytes of every key: AES-256. */
export const KEY_BYTES = 32;

/** The keys that wrap all others. They come from outside and are never stored in the vault. */
export interface MasterKeys {
  /** Id of the key that wraps from now on. */
  readonly current: string;
  /** By id, 32 bytes each. Older keys are needed until a rotation is through. */
  readonly byId: ReadonlyMap<string, Uint8Array>;
}

const ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const HEX = /^[0-9A-Fa-f]{64}$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/** Different bytes that 32 random ones show at least: below 12 is less likely than one in 10^17. */
const FEWEST_DIFFERENT_BYTES = 12;

/**
 * Reads master keys from text: one `<id> <key>` per line, the key as 64 hexadecimal digits or 44 characters of base64;
 * the first line is the current key. Empty lines and lines that begin with `#` count for nothing.
 * Raises `vault-master-keys-malformed`, naming the line but nothing it holds.
 */
export function parseMasterKeys(text: string): MasterKeys {
  const byId = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [id, key] = keyOfLine(line, index + 1);
    const bytes = key.toString('hex');
    if (byId.has(id)) throw atLine(index + 1, '密钥编号重复');
    if (seen.has(bytes)) throw atLine(index + 1, '与前面的密钥内容相同');
    byId.set(id, key);
    seen.add(bytes);
  }
  const [current] = byId.keys();
  if (current === undefined) throw masterKeysMalformed('没有任何密钥');
  return { current, byId };
}

/** A line for {@link parseMasterKeys} with a new random key. The only way the project makes a master key. */
export function newMasterKeyLine(id: string): string {
  if (!ID.test(id)) throw masterKeysMalformed('密钥编号应为 1 至 32 个小写字母、数字或 -');
  return `${id} ${randomBytes(KEY_BYTES).toString('base64')}`;
}

/** Checks keys that did not come through {@link parseMasterKeys}. Same code; `vault-key-missing` when the current one is not among them. */
export function checkMasterKeys({ current, byId }: MasterKeys): void {
  for (const [id, key] of byId) {
    if (!ID.test(id) || key.length !== KEY_BYTES) throw masterKeysMalformed('密钥编号不合格式，或密钥不是 32 字节');
  }
  if (!byId.has(current)) throw masterKeyMissing(current);
}

function keyOfLine(line: string, number: number): [string, Buffer] {
  const [id = '', key = '', ...more] = line.split(' ');
  if (!ID.test(id) || key === '' || more.length > 0) throw atLine(number, '应为“编号 密钥”，中间一个空格');
  const bytes = decoded(key);
  if (bytes === undefined) throw atLine(number, '密钥应为 64 位十六进制或 44 位 base64（32 字节）');
  if (new Set(bytes).size < FEWEST_DIFFERENT_BYTES) throw atLine(number, '密钥不是随机生成的');
  return [id, bytes];
}

/** Undefined unless the text is the one way to write its 32 bytes (hexadecimal in either case). */
function decoded(key: string): Buffer | undefined {
  if (HEX.test(key)) return Buffer.from(key, 'hex');
  if (!BASE64.test(key)) return undefined;
  const bytes = Buffer.from(key, 'base64');
  return bytes.length === KEY_BYTES && bytes.toString('base64') === key ? bytes : undefined;
}

function atLine(line: number, message: string): Error {
  return masterKeysMalformed(`第 ${line} 行：${message}`, { line });
}
