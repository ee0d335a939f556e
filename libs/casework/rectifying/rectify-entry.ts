import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { documentSchema, staffIdSchema } from '../fields.js';
import { asBody, defineStep } from '../step.js';
import { assertCorrectsSomething, assertRectifiable, assertWellAimed, unknownEntry } from './rectifiable.js';
import { RECTIFICATION_REASONS } from './rectification.js';
import { caseRectifyingActionSchema, targetsOf } from './rectifying-action.js';
import { ENTRY_RECTIFIED } from './settled-history.js';
import { standingEntry } from './standing-entry.js';
import { tellRectification } from './tell-rectification.js';

const body = z.strictObject({
  on: localDateSchema.describe('决定更正之日'),
  revision: z
    .int('应为记录序号')
    .min(0)
    .describe('被更正记录在本件中的序号，从 0 起；补记的，为紧接其后补记的那条记录的序号'),
  action: caseRectifyingActionSchema,
  reason: z.enum(RECTIFICATION_REASONS, { error: '应为更正原因之一：' + RECTIFICATION_REASONS.join('、') }),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
  document: documentSchema.optional(),
});

/** Payload of a rectification. */
export type RectificationData = z.output<typeof body>;

/**
 * 更正记录: names an entry and strikes it, corrects fields of it, or supplies forgotten steps directly behind it; the entry
 * itself stays in the log. The entry may be a rectification. Accepted only if no other rectification stands on the entry
 * (one-at-a-time.ts) and the amended history is legal from beginning to end (decide.ts judges that).
 */
export const rectifyEntry = defineStep({
  name: 'rectify-entry',
  label: '更正记录',
  article: '第四十五条；本机关登记制度',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: ENTRY_RECTIFIED,
    version: 1,
    label: '更正记录',
    source: '第四十五条；本机关登记制度',
    schema: body,
  }),
  decide(state, input, { history }) {
    for (const revision of targetsOf(input)) {
      const entry = standingEntry(history, revision);
      if (entry === undefined) throw unknownEntry(revision);
      assertRectifiable(entry, input.action);
      assertCorrectsSomething(entry, input.action);
    }
    return asBody(state, input);
  },
  check(_state, data, by) {
    assertWellAimed(data, by);
  },
  evolve(state) {
    return state;
  },
  tell: tellRectification,
});
