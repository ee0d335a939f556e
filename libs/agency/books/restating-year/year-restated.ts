import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { sha256Schema, staffIdSchema } from '#casework';
import { reasonSchema } from '../../fields.js';
import { editionShape } from '../closing-year/year-closed.js';
import { differenceShape, figureDifferenceSchema } from '../figure-difference.js';

/** Why a published year is restated. */
export const RESTATEMENT_REASONS = ['data-entry-error', 'late-fact', 'remedy-outcome', 'other'] as const;
export type RestatementReason = (typeof RESTATEMENT_REASONS)[number];

/** Labels of the reasons, plain Chinese. */
export const RESTATEMENT_REASON_LABELS: Readonly<Record<RestatementReason, string>> = {
  'data-entry-error': '录入有误',
  'late-fact': '事后得知的事实',
  'remedy-outcome': '复议、诉讼结果',
  other: '其他',
};

/** What the person who restates says. */
export const restatementFields = {
  reason: z.enum(RESTATEMENT_REASONS, { error: `应为重述原因之一：${RESTATEMENT_REASONS.join('、')}` }),
  explanation: reasonSchema.describe('说明；不得写入个人信息'),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
};

const restatementSchema = z.strictObject({
  ...restatementFields,
  restatedEdition: z.int().min(1).describe('被重述的版次'),
  restatedDigest: sha256Schema.describe('被重述版次的摘要'),
  ...differenceShape,
  differences: z
    .array(figureDifferenceSchema)
    .describe('数字的变动；各案的变动相互抵消的，数字不变，为空，变动的案件见 causes'),
});

/** What an edition has that restates an earlier one: why, by whose approval, and what it changes. */
export type Restatement = z.output<typeof restatementSchema>;

/** 重述年度报告: a further edition of a closed year, complete in itself. The earlier editions stay as they were published. */
export const yearRestated = defineEvent({
  type: 'books.year-restated',
  version: 1,
  label: '重述年度报告',
  source: '第四十九条、第五十条',
  schema: z.strictObject({
    ...editionShape,
    on: localDateSchema.describe('重述之日'),
    edition: z.int().min(2).describe('版次'),
    restatement: restatementSchema,
  }),
});
