import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const body = z.strictObject({ on: localDateSchema.describe('申请人收到答复之日') });

/** 记录送达: the applicant has the reply, from which the periods of the remedies run. Served replies are delivered when dispatched. */
export const recordDelivery = defineStep({
  name: 'record-delivery',
  label: '记录送达',
  article: '国办公开办函〔2016〕235号',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.reply-delivered',
    version: 1,
    label: '答复送达',
    source: '国办公开办函〔2016〕235号',
    schema: body,
  }),
  isPossible: ({ reply }) => reply?.deliveredOn === null,
  decide: asBody,
  check({ reply }, data) {
    if (reply === null) throw new Refused('no-reply', '本件未以答复办结，没有可记录的送达');
    if (reply.deliveredOn !== null) throw new Refused('already-delivered', `答复已于 ${reply.deliveredOn} 送达`);
    notBefore(data.on, reply.dispatchedOn, '发出答复之日');
  },
  evolve(state, data) {
    return { ...state, reply: state.reply && { ...state.reply, deliveredOn: data.on } };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '答复送达之日' },
    });
  },
});
