import type { TokenRecord } from '#access';
import type { Instant } from '#kernel';
import { textTable } from '../shell/text-table.js';

/** Tokens as people read them; never the secret, which is not stored. */
export function tokensText(tokens: readonly TokenRecord[], now: Instant): string {
  if (tokens.length === 0) return '没有访问令牌';
  return textTable(
    ['编号', '人员', '角色', '机关', '失效时刻', '状态'].map((head) => ({ head })),
    tokens.map((token) => [
      token.id,
      token.staffId,
      token.role,
      agenciesText(token),
      token.expiresAt,
      stateOf(token, now),
    ]),
  );
}

/** The reach of a token. */
export function agenciesText({ agencies }: TokenRecord): string {
  return agencies === '*' ? '全部' : agencies.join('、');
}

function stateOf({ revokedAt, expiresAt }: TokenRecord, now: Instant): string {
  if (revokedAt !== null) return '已吊销';
  return expiresAt <= now ? '已失效' : '有效';
}
