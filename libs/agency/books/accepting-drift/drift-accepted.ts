import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { sha256Schema, staffIdSchema } from '#casework';
import { agencyYearShape } from '../../command.js';
import { reasonSchema } from '../../fields.js';
import { differenceShape } from '../figure-difference.js';

/** What the person who accepts says. */
export const acceptanceFields = {
  on: localDateSchema.describe('认可之日'),
  reason: reasonSchema.describe('理由；不得写入个人信息'),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
};

/**
 * 认可差异（作为调整）: the published edition stays although more is known; the difference explains next year's 上年结转. It covers
 * exactly the figures with this digest: whatever comes later is drift again.
 */
export const driftAccepted = defineEvent({
  type: 'books.drift-accepted',
  version: 1,
  label: '认可差异',
  source: '年度报告勾稽规则 V5',
  schema: z.strictObject({
    ...agencyYearShape,
    ...acceptanceFields,
    edition: z.int().min(1).describe('差异所对的版次'),
    position: z.string().min(1).describe('计算所依据的日志位置'),
    digest: sha256Schema.describe('所认可数字的规范 JSON 的 SHA-256'),
    ...differenceShape,
  }),
});
