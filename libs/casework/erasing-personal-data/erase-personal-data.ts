import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { staffIdSchema } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';

const body = z.strictObject({
  on: localDateSchema.describe('决定删除之日'),
  retentionEndedOn: localDateSchema.describe('保管期限届满之日'),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
});

/** 删除个人信息: after retention, approved by another person. The history and every figure stay; the key of the personal data goes. */
export const erasePersonalData = defineStep({
  name: 'erase-personal-data',
  label: '删除个人信息',
  article: '《个人信息保护法》第四十七条',
  roles: ['operator', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.personal-data-erased',
    version: 1,
    label: '删除个人信息',
    source: '《个人信息保护法》第四十七条',
    schema: body,
  }),
  decide: asBody,
  check({ ending, remedies, personalDataErasedOn }, data, by) {
    if (personalDataErasedOn !== null) throw new Refused('already-erased', `个人信息已于 ${personalDataErasedOn} 删除`);
    if (remedies.some(({ concludedOn }) => concludedOn === null)) {
      throw new Refused('remedy-pending', '尚有复议或诉讼未审结，不能删除个人信息');
    }
    notBefore(data.retentionEndedOn, ending?.on ?? null, '办结之日', 'body.retentionEndedOn');
    notBefore(data.on, data.retentionEndedOn, '保管期限届满之日');
    if (data.approvedBy === by.actor) throw new RuleBroken('four-eyes', 'body.approvedBy', '批准人不能是经办本人');
  },
  evolve(state, data) {
    return { ...state, personalDataErasedOn: data.on };
  },
});
