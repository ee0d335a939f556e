import { z } from 'zod';
import { defineEvent, derivedId, localDateSchema } from '#kernel';
import { referenceSchema } from '../fields.js';
import { defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { assertNewRemedy } from './open-remedy.js';

const body = z.strictObject({
  on: localDateSchema.describe('复议机关受理之日'),
  remedyId: referenceSchema.optional().describe('复议案件代号；不填则自动生成'),
});

/** 被申请行政复议: against a reply, or against silence while the case is open (Art. 51; 行政复议法第十一条第（十四）项). */
export const fileReconsideration = defineStep({
  name: 'file-reconsideration',
  label: '登记行政复议',
  article: '第五十一条；《行政复议法》第十一条第（十四）项',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.reconsideration-filed',
    version: 1,
    label: '被申请行政复议',
    source: '第五十一条；《行政复议法》第十一条第（十四）项',
    schema: z.strictObject({ ...body.shape, remedyId: referenceSchema }),
  }),
  decide(_state, input, { commandId }) {
    return { ...input, remedyId: input.remedyId ?? derivedId(commandId, 'remedy') };
  },
  check(state, data) {
    assertNewRemedy(state, data.remedyId);
  },
  evolve(state, data) {
    const remedy = {
      remedyId: data.remedyId,
      kind: 'reconsideration',
      filedOn: data.on,
      concludedOn: null,
      result: null,
      counted: true,
      follows: null,
      remedialReplyOn: null,
      remedialOutcome: null,
    } as const;
    return { ...state, remedies: [...state.remedies, remedy] };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '复议机关受理之日' },
      remedyId: { label: '复议案件代号' },
    });
  },
});
