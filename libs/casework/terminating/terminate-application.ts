import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { endCase } from '../case.js';
import { identifiedDocumentSchema } from '../deciding/evidence.js';
import { documentText } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';

/** Why an application can no longer be decided (DR section 10, `other_terminated`). */
export const TERMINATION_REASONS = [
  'applicant-deceased',
  'applicant-dissolved',
  'unreachable',
  'other-legal-ground',
] as const;

/** Labels of the reasons, plain Chinese. */
export const TERMINATION_REASON_LABELS: Readonly<Record<(typeof TERMINATION_REASONS)[number], string>> = {
  'applicant-deceased': '申请人死亡',
  'applicant-dissolved': '申请人终止',
  unreachable: '未能确认收到且无法联系申请人',
  'other-legal-ground': '其他法定事由',
};

const body = z.strictObject({
  on: localDateSchema.describe('决定终止之日'),
  reason: z.enum(TERMINATION_REASONS, { error: '应为终止事由之一：' + TERMINATION_REASONS.join('、') }),
  document: identifiedDocumentSchema.describe('证明材料或终止决定'),
});

/** 终止办理: nobody is left to answer, or nobody could be reached to confirm receipt. */
export const terminateApplication = defineStep({
  name: 'terminate-application',
  label: '终止办理',
  article: '条例未作规定，按办理惯例',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.application-terminated',
    version: 1,
    label: '终止办理',
    source: '条例未作规定，按办理惯例',
    schema: body,
  }),
  decide: asBody,
  check({ receivedOn }, data) {
    notBefore(data.on, receivedOn, '收到申请之日');
    if (data.reason === 'unreachable' && receivedOn !== null) {
      throw new Refused('receipt-confirmed', '收到申请之日已经确定，不能以无法联系为由终止，应当答复');
    }
  },
  evolve(state, data) {
    return endCase(state, { on: data.on, outcome: 'other_terminated' });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '决定终止之日' },
      reason: coded('终止事由', TERMINATION_REASON_LABELS),
      document: { label: '证明材料或终止决定', show: documentText },
    });
  },
});
