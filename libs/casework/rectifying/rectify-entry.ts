import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { documentSchema, staffIdSchema } from '../fields.js';
import { receiveApplication } from '../receiving-application/receive-application.js';
import { asBody, defineStep, type RawEntry } from '../step.js';
import { effectiveEntries, ENTRY_RECTIFIED } from './effective-history.js';
import { RECTIFICATION_REASONS, rectifyingActionSchema, type RectifyingAction } from './rectification.js';

const body = z.strictObject({
  on: localDateSchema.describe('决定更正之日'),
  revision: z.int('应为记录序号').min(0).describe('被更正记录在本件中的序号，从 0 起'),
  action: rectifyingActionSchema,
  reason: z.enum(RECTIFICATION_REASONS, { error: '应为更正原因之一：' + RECTIFICATION_REASONS.join('、') }),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
  document: documentSchema.optional(),
});

/** Fields that identify an entry or record how it was decided; no rectification may touch them. */
const FIXED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'case.application-received': ['caseId', 'agency'],
  'case.decision-proposed': ['reviewRequired'],
};

/**
 * 更正记录: names an entry and strikes it or corrects fields of it; the entry itself stays in the log. The entry may be a
 * rectification. Accepted only if the amended history is legal from beginning to end (decide.ts judges that).
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
    assertRectifiable(targetOf(history, input.revision), input.action);
    return asBody(state, input);
  },
  check(_state, data, by) {
    if (data.revision >= by.revision) throw unknownEntry(data.revision);
    if (data.approvedBy === by.actor) throw new RuleBroken('four-eyes', 'body.approvedBy', '批准人不能是经办本人');
  },
  evolve(state) {
    return state;
  },
});

function targetOf(history: readonly RawEntry[], revision: number): RawEntry {
  const isTarget = (entry: RawEntry) => entry.by.revision === revision;
  const target = effectiveEntries(history).find(isTarget);
  if (target) return target;
  if (!history.some(isTarget)) throw unknownEntry(revision);
  throw new Refused('entry-void', `第 ${revision} 条记录已作废；要恢复，请作废那条更正`, { revision });
}

function assertRectifiable({ type }: RawEntry, action: RectifyingAction): void {
  if (action.kind === 'void') {
    if (type !== receiveApplication.event.type) return;
    throw new RuleBroken('receipt-not-voidable', 'body.action', '收到申请的记录不能作废；误登记的，可更正或终止办理');
  }
  const touched = [...Object.keys(action.fields), ...(action.remove ?? [])];
  const fixed = touched.find((name) => FIXED_FIELDS[type]?.includes(name));
  if (fixed !== undefined) throw new RuleBroken('field-fixed', `body.action.fields.${fixed}`, '该字段不能更正');
}

function unknownEntry(revision: number): RuleBroken {
  return new RuleBroken('entry-unknown', 'body.revision', `本件没有第 ${revision} 条记录`);
}
