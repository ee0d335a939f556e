import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { replyOutcomeSchema } from '../deciding/grounds.js';
import { replyDocumentSchema } from '../dispatching-reply/dispatch-reply.js';
import { documentText, referenceSchema } from '../fields.js';
import { outcomeText } from '../outcomes.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { changeRemedy, remedyOf } from './open-remedy.js';

const body = z.strictObject({
  on: localDateSchema.describe('重新答复发出之日'),
  remedyId: referenceSchema.describe('纠正原答复的复议或诉讼'),
  document: replyDocumentSchema,
  outcome: replyOutcomeSchema
    .optional()
    .describe('重新答复的处理决定类型；不填=与原处理决定相同。与办结在同一年度的，年报表三改按这一项计'),
});

/**
 * 重新答复 after 结果纠正: linked to the case, which stays ended as it was (Q11); the statistics count its outcome in place of the first
 * one inside the same year (evolve-count.ts there). What the outcome rests on stands in the document: the preconditions of a first
 * decision are not asked again of what a court or a higher body ordered.
 */
export const dispatchRemedialReply = defineStep({
  name: 'dispatch-remedial-reply',
  label: '发出重新答复',
  article: '《行政复议法》第七十七条；《行政诉讼法》第七十一条',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.remedial-reply-dispatched',
    version: 1,
    label: '发出重新答复',
    source: '《行政复议法》第七十七条；《行政诉讼法》第七十一条',
    schema: body,
  }),
  isPossible: ({ remedies }) =>
    remedies.some(({ result, remedialReplyOn }) => result === 'corrected' && remedialReplyOn === null),
  decide: asBody,
  check(state, data) {
    const remedy = remedyOf(state, data.remedyId);
    if (remedy.result !== 'corrected')
      throw new Refused('remedy-not-corrected', '只有结果为纠正的复议、诉讼才需重新答复');
    if (remedy.remedialReplyOn !== null) {
      throw new Refused('already-replied-again', `已于 ${remedy.remedialReplyOn} 重新答复`);
    }
    notBefore(data.on, remedy.concludedOn, '审结之日');
  },
  evolve(state, data) {
    return changeRemedy(state, data.remedyId, { remedialReplyOn: data.on, remedialOutcome: data.outcome ?? null });
  },
  tell(data) {
    const outcome = data.outcome === undefined ? '与原处理决定相同' : outcomeText(data.outcome);
    return tellRecord(
      { ...data, outcome },
      {
        on: { label: '重新答复发出之日' },
        remedyId: { label: '所依据的复议、诉讼' },
        document: { label: '重新答复书', show: documentText },
        outcome: { label: '重新答复的处理决定类型' },
      },
    );
  },
});
