import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { documentSchema, RECTIFICATION_REASONS, rectifyingActionSchema, staffIdSchema } from '#casework';
import { agencyYearShape, type CommandFacts } from '../../command.js';

const body = z.strictObject({
  on: localDateSchema.describe('决定更正之日'),
  revision: z.int('应为记录序号').min(0).describe('被更正记录在该年度台账中的序号，从 0 起'),
  action: rectifyingActionSchema,
  reason: z.enum(RECTIFICATION_REASONS, { error: '应为更正原因之一：' + RECTIFICATION_REASONS.join('、') }),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
  document: documentSchema.exactOptional(),
});

/** Body of a rectification. */
export type RectificationBody = z.output<typeof body>;

/**
 * 更正台账记录: names an entry by its revision and strikes it or corrects fields of it, in the way of a rectification of a
 * case; the entry itself stays in the log. Also for a register whose year is closed: the published edition stays as it is.
 */
export const rectifyRegisterEntry = {
  name: 'rectify-register-entry',
  label: '更正台账记录',
  article: '第四十五条；本机关登记制度',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'register.entry-rectified',
    version: 1,
    label: '更正台账记录',
    source: '第四十五条；本机关登记制度',
    schema: z.strictObject({ ...agencyYearShape, ...body.shape }),
  }),
} as const satisfies CommandFacts;
