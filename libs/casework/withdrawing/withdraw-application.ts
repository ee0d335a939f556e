import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { endCase } from '../case.js';
import { documentSchema, documentText } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord, yesOrNo } from '../telling/fact.js';

const body = z.strictObject({
  on: localDateSchema.describe('收到书面撤回之日'),
  written: z.literal(true, { error: '撤回须以书面提出' }),
  identityChecked: z.literal(true, { error: '须核对撤回人与申请人为同一人' }),
  document: documentSchema.optional(),
});

/** 撤回申请: written, identity checked, before the reply leaves. The application stays on record and is counted (DR 3.5, Q8). */
export const withdrawApplication = defineStep({
  name: 'withdraw-application',
  label: '申请人撤回',
  article: '条例未作规定，按办理惯例',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.application-withdrawn',
    version: 1,
    label: '申请人撤回',
    source: '条例未作规定，按办理惯例',
    schema: body,
  }),
  decide: asBody,
  check({ receivedOn }, data) {
    notBefore(data.on, receivedOn, '收到申请之日');
  },
  evolve(state, data) {
    return endCase(state, { on: data.on, outcome: 'other_withdrawn' });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '收到书面撤回之日' },
      written: yesOrNo('以书面提出'),
      identityChecked: yesOrNo('已核对撤回人与申请人为同一人'),
      document: { label: '撤回申请书', show: documentText },
    });
  },
});
