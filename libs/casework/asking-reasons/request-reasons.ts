import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { documentSchema, documentText } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const ARTICLE = '第三十五条';

const body = z.strictObject({
  on: localDateSchema.describe('要求申请人说明理由之日'),
  document: documentSchema.optional(),
});

/**
 * 要求说明理由: number or frequency of the applications is evidently unreasonable (Art. 35). One request at a time, none after a
 * delayed reply date was set. It neither pauses nor restarts the clock.
 */
export const requestReasons = defineStep({
  name: 'request-reasons',
  label: '要求说明理由',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.reasons-requested',
    version: 1,
    label: '要求说明理由',
    source: ARTICLE,
    schema: body,
  }),
  isPossible: ({ reasons }) => reasons === null || (reasons.result !== 'pending' && reasons.delayedReplyOn === null),
  decide: asBody,
  check({ receivedOn, reasons }, data) {
    notBefore(data.on, receivedOn, '收到申请之日');
    if (reasons?.result === 'pending') throw new Refused('reasons-pending', '已要求申请人说明理由，尚未作出认定');
    if (reasons !== null && reasons.delayedReplyOn !== null) {
      throw new Refused('delay-already-set', `已认定理由合理，延迟至 ${reasons.delayedReplyOn} 答复`, {
        article: ARTICLE,
      });
    }
    notBefore(data.on, reasons?.concludedOn ?? null, '上次认定理由之日');
  },
  evolve(state, data) {
    const reasons = { requestedOn: data.on, result: 'pending', concludedOn: null, delayedReplyOn: null } as const;
    return { ...state, reasons };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '要求说明理由之日' },
      document: { label: '要求说明理由的文书', show: documentText },
    });
  },
});
