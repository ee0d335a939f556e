import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { asBody, defineStep, noFurtherRule } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const body = z.strictObject({
  on: localDateSchema.describe('与申请人双方确认收到之日'),
});

/**
 * 确认收到: fixes the receipt date of ordinary mail, internet, fax and e-mail applications (Art. 31). Ordinary mail should be
 * confirmed on the day it arrives; a late confirmation is a breach in the reading of the clock, not a refusal.
 */
export const confirmReceipt = defineStep({
  name: 'confirm-receipt',
  label: '确认收到',
  article: '第三十一条第（二）、（三）项',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.receipt-confirmed',
    version: 1,
    label: '双方确认收到',
    source: '第三十一条第（二）、（三）项',
    schema: body,
  }),
  decide: asBody,
  check: noFurtherRule,
  evolve(state, data) {
    return { ...state, status: 'in-progress', receivedOn: data.on };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '双方确认收到之日' },
    });
  },
});
