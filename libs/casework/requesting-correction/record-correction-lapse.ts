import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { endCase } from '../case.js';
import { after } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord, yesOrNo } from '../telling/fact.js';

const body = z.strictObject({
  on: localDateSchema.describe('认定申请人无正当理由逾期不补正之日'),
  noGoodReason: z.literal(true, '须由办理人认定申请人无正当理由，填 true').describe('认定无正当理由'),
});

/** 逾期不补正: the application is deemed abandoned. Never automatic: a person finds that there is no good reason (Art. 30). */
export const recordCorrectionLapse = defineStep({
  name: 'record-correction-lapse',
  label: '认定逾期不补正',
  article: '第三十条',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.correction-lapsed',
    version: 1,
    label: '申请人无正当理由逾期不补正',
    source: '第三十条',
    schema: body,
  }),
  decide: asBody,
  check({ correction }, data) {
    if (correction !== null) after(data.on, correction.correctBy, '补正期限');
  },
  evolve(state, data) {
    return endCase(state, { on: data.on, outcome: 'other_correction_lapsed' });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '认定逾期不补正之日' },
      noGoodReason: yesOrNo('认定无正当理由'),
    });
  },
});
