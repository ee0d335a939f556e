import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken } from '#kernel';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord, yesOrNo } from '../telling/fact.js';

const body = z.strictObject({
  on: localDateSchema.describe('收到补正申请之日'),
  goodReason: z.literal(true, '如填写，只能为 true').optional().describe('逾期补正但有正当理由'),
});

/**
 * 收到补正: a full reply period begins anew (Art. 30). After the date to correct only with a good reason, which a person finds.
 */
export const recordCorrection = defineStep({
  name: 'record-correction',
  label: '收到补正',
  article: '第三十条',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.correction-received',
    version: 1,
    label: '收到补正',
    source: '第三十条',
    schema: body,
  }),
  decide: asBody,
  check({ correction }, data) {
    if (correction === null) return;
    notBefore(data.on, correction.requestedOn, '告知补正之日');
    if (data.on > correction.correctBy && data.goodReason === undefined) {
      throw new RuleBroken(
        'correction-late',
        'body.goodReason',
        `补正期限至 ${correction.correctBy} 届满，${data.on} 补正须认定有正当理由（goodReason）`,
        { correctBy: correction.correctBy, article: '第三十条' },
      );
    }
  },
  evolve(state, data) {
    const correction = state.correction && { ...state.correction, correctedOn: data.on };
    return { ...state, status: 'in-progress', correction };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '收到补正之日' },
      goodReason: yesOrNo('逾期补正有正当理由'),
    });
  },
});
