import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken } from '#kernel';
import { endCase } from '../case.js';
import { after } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { PAYMENT_WORKING_DAYS } from './fee-notice.js';

const ARTICLE = '第四十二条；国办函〔2020〕109号';

const body = z.strictObject({
  on: localDateSchema.describe('认定申请人逾期未缴费之日'),
});

/** 逾期未缴费: unpaid after the 20th working day from the delivery of the notice, the application is deemed abandoned (DR 1.8, C9). */
export const recordFeeLapse = defineStep({
  name: 'record-fee-lapse',
  label: '认定逾期未缴费',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.fee-lapsed',
    version: 1,
    label: '申请人逾期未缴纳费用',
    source: ARTICLE,
    schema: body,
  }),
  isPossible: ({ fee }) => fee !== null && fee.deliveredOn !== null,
  decide: asBody,
  check({ fee }, data, _by, { calendar }) {
    if (fee === null) return;
    if (fee.deliveredOn === null) {
      throw new RuleBroken('fee-notice-not-delivered', 'body.on', '收费通知送达之日尚未记录，不能认定逾期未缴费');
    }
    after(data.on, calendar.addWorkingDays(fee.deliveredOn, PAYMENT_WORKING_DAYS).date, '缴费期限');
  },
  evolve(state, data) {
    return endCase(state, { on: data.on, outcome: 'other_fee_unpaid' });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '认定逾期未缴费之日' },
    });
  },
});
