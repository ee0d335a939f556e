import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { documentSchema, documentText } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { listed, tellRecord } from '../telling/fact.js';
import { CORRECTION_ITEM_LABELS, correctionItemSchema } from './correction.js';

/** Working days after receipt within which the notice is due (Art. 30). */
export const CORRECTION_NOTICE_WORKING_DAYS = 7;

const items = z.array(correctionItemSchema).min(1, '至少一项需要补正的事项').max(5);

const body = z.strictObject({
  on: localDateSchema.describe('补正告知书发出之日'),
  items: items.refine((all) => new Set(all).size === all.length, '同一事项不能重复列出'),
  correctBy: localDateSchema.describe('合理的补正期限'),
  document: documentSchema.optional(),
});

/** 补正告知: one notice, all items at once, a reasonable date; due within 7 working days of receipt (Art. 30). */
export const requestCorrection = defineStep({
  name: 'request-correction',
  label: '告知补正',
  article: '第三十条',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.correction-requested',
    version: 1,
    label: '告知补正',
    source: '第三十条',
    // Entries that name an item twice were once accepted, and stay readable.
    schema: body.safeExtend({ items }),
  }),
  isPossible: ({ correction }) => correction === null,
  decide: asBody,
  check(state, data) {
    notBefore(data.on, state.receivedOn, '收到申请之日');
    notBefore(data.on, state.fee?.paidOn ?? null, '申请人完成缴费之日');
    if (state.correction) throw new Refused('correction-already-requested', '补正只能一次性告知，本件已告知过补正');
    if (data.correctBy <= data.on) {
      throw new RuleBroken('date-order', 'body.correctBy', `补正期限 ${data.correctBy} 应晚于告知之日 ${data.on}`);
    }
  },
  evolve(state, data) {
    return {
      ...state,
      status: 'awaiting-correction',
      correction: { requestedOn: data.on, correctBy: data.correctBy, correctedOn: null },
    };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '告知补正之日' },
      items: listed('补正事项', (item) => CORRECTION_ITEM_LABELS[item]),
      correctBy: { label: '补正期限' },
      document: { label: '补正告知书', show: documentText },
    });
  },
});
