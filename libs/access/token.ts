import { z } from 'zod';
import { idSchema, instantSchema, ROLES, type Instant, type Principal } from '#kernel';

/** What an operator says to make a token. One token carries one person, one role, and the agencies it reaches. */
export const tokenRequestSchema = z.strictObject({
  staffId: idSchema('人员编号'),
  role: z.enum(ROLES, { error: '应为角色之一：' + ROLES.join('、') }),
  agencies: z.union(
    [z.literal('*'), z.array(idSchema('机关编号')).min(1).max(1000)],
    '应为 * 或至少一个机关编号（1 至 64 个字母、数字或 . _ -）',
  ),
  /** The first moment at which the token is no longer valid. */
  expiresAt: instantSchema,
});
export type TokenRequest = z.input<typeof tokenRequestSchema>;

/** A token as the store knows it: everything but the secret. */
export interface TokenRecord extends Principal {
  /** Names the token in lists and in revocation. Not secret. */
  readonly id: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}
