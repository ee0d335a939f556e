import { GongkaiError } from '#kernel';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The key that makes a command unique for one person, 1 to 200 visible ASCII characters.
 * Raises `idempotency-key-missing`, `idempotency-key-malformed` (kind malformed).
 */
export function parseIdempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined) throw fault('idempotency-key-missing', '记录类请求必须带 Idempotency-Key 请求头');
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw fault('idempotency-key-malformed', '应为 1 至 200 个可见 ASCII 字符，且只出现一次');
}

/** The command id: the key made unique per person, so that nobody can take another's. Staff ids hold no colon. */
export function commandIdOf(staffId: string, key: string): string {
  return `${staffId}:${key}`;
}

function fault(code: string, message: string): GongkaiError {
  return new GongkaiError('malformed', code, message, { fields: [{ path: 'Idempotency-Key', message }] });
}
