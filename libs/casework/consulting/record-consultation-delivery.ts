import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { referenceSchema } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { amendConsultation, consultationOf } from './consulted.js';

const body = z.strictObject({
  on: localDateSchema.describe('被征求意见方收到征求意见书之日'),
  consultationId: referenceSchema.describe('征求意见的代号'),
});

/** 征求意见书送达: the 15 working days of the consulted party run from this day (Art. 32, 34). */
export const recordConsultationDelivery = defineStep({
  name: 'record-consultation-delivery',
  label: '记录征求意见书送达',
  article: '第三十二条、第三十四条',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.consultation-delivered',
    version: 1,
    label: '征求意见书送达',
    source: '第三十二条、第三十四条',
    schema: body,
  }),
  isPossible: ({ consultations }) => consultations.some(({ deliveredOn }) => deliveredOn === null),
  decide: asBody,
  check(state, data) {
    const { sentOn, deliveredOn, endedOn } = consultationOf(state, data.consultationId);
    if (deliveredOn !== null) {
      throw new Refused('consultation-already-delivered', `征求意见书送达之日已记录为 ${deliveredOn}`, { deliveredOn });
    }
    notBefore(data.on, sentOn, '征求意见书发出之日');
    if (endedOn !== null && data.on > endedOn) {
      throw new RuleBroken('date-order', 'body.on', `送达之日 ${data.on} 晚于收到意见之日（${endedOn}）`, { endedOn });
    }
  },
  evolve(state, data) {
    return amendConsultation(state, data.consultationId, { deliveredOn: data.on });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '征求意见书送达之日' },
      consultationId: { label: '征求意见的代号' },
    });
  },
});
