import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { endCase } from '../case.js';
import { documentNumberSchema, documentText, sha256Schema } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { DISPATCH_MODE_LABELS, DISPATCH_MODES } from './reply.js';

/** The reply as an official document: its number, and the hash of its bytes where it is kept electronically. */
export const replyDocumentSchema = z.strictObject({ number: documentNumberSchema, sha256: sha256Schema.optional() });

/** Accepts a way in which a reply leaves the office. */
export const dispatchModeSchema = z.enum(DISPATCH_MODES, { error: '应为送达方式之一：' + DISPATCH_MODES.join('、') });

const body = z.strictObject({
  on: localDateSchema.describe('直接、委托送达=申请人签收之日；邮寄=交邮之日；电子=发出之日'),
  mode: dispatchModeSchema,
  document: replyDocumentSchema,
});

/** 发出答复: ends the case and its clock with the outcome of the decision; the year of this day is the year of the result (DR 1.9, Q13). */
export const dispatchReply = defineStep({
  name: 'dispatch-reply',
  label: '发出答复',
  article: '第三十三条、第三十六条；国办公开办函〔2016〕235号',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.reply-dispatched',
    version: 1,
    label: '发出答复',
    source: '第三十六条；国办公开办函〔2016〕235号',
    schema: body,
  }),
  decide: asBody,
  check({ receivedOn, decision }, data) {
    notBefore(data.on, receivedOn, '收到申请之日');
    notBefore(data.on, decision?.approvedOn ?? decision?.proposedOn ?? null, '作出决定之日');
  },
  evolve(state, data) {
    if (state.decision === null) return state;
    const signed = data.mode === 'direct' || data.mode === 'entrusted';
    return {
      ...endCase(state, { on: data.on, outcome: state.decision.outcome }),
      reply: { dispatchedOn: data.on, mode: data.mode, deliveredOn: signed ? data.on : null, madePublicOn: null },
    };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '发出答复之日' },
      mode: coded('送达方式', DISPATCH_MODE_LABELS),
      document: { label: '答复书', show: documentText },
    });
  },
});
