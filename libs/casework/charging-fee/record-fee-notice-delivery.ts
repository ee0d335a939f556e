import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const ARTICLE = '国办函〔2020〕109号';

const body = z.strictObject({
  on: localDateSchema.describe('申请人收到收费通知之日'),
});

/** 收费通知送达: the 20 working days to pay run from the day after (DR 1.8, C9). */
export const recordFeeNoticeDelivery = defineStep({
  name: 'record-fee-notice-delivery',
  label: '记录收费通知送达',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.fee-notice-delivered',
    version: 1,
    label: '收费通知送达',
    source: ARTICLE,
    schema: body,
  }),
  isPossible: ({ fee }) => fee?.deliveredOn === null,
  decide: asBody,
  check({ fee }, data) {
    if (fee === null) return;
    if (fee.deliveredOn !== null) {
      throw new Refused('fee-notice-already-delivered', `收费通知送达之日已记录为 ${fee.deliveredOn}`);
    }
    notBefore(data.on, fee.noticeOn, '收费通知发出之日');
  },
  evolve(state, data) {
    return { ...state, fee: state.fee && { ...state.fee, deliveredOn: data.on } };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '收费通知送达之日' },
    });
  },
});
