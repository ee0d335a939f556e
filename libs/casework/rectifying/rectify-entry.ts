import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { documentSchema, staffIdSchema } from '../fields.js';
import { asBody, defineStep, type RawEntry } from '../step.js';
import { assertRectifiable, assertWellAimed, unknownEntry } from './rectifiable.js';
import { RECTIFICATION_REASONS } from './rectification.js';
import { caseRectifyingActionSchema, targetsOf } from './rectifying-action.js';
import { ENTRY_RECTIFIED, settledEntries } from './settled-history.js';

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
 * itself stays in the log. The entry may be a rectification. Accepted only if the amended history is legal from beginning to
 * end (decide.ts judges that).
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
    for (const revision of targetsOf(input)) assertRectifiable(standingEntry(history, revision), input.action);
    return asBody(state, input);
  },
  check(_state, data, by) {
    assertWellAimed(data, by);
  },
  evolve(state) {
    return state;
  },
});

function standingEntry(history: readonly RawEntry[], revision: number): RawEntry {
  const settled = settledEntries(history).find(({ entry: { by } }) => by.revision === revision && !by.inserted);
  if (settled === undefined) throw unknownEntry(revision);
  if (settled.voidedBy.length === 0) return settled.entry;
  throw new Refused('entry-void', `第 ${revision} 条记录已作废；要恢复，请作废那条更正`, { revision });
}
