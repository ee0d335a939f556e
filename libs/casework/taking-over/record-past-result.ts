import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { endCase } from '../case.js';
import { replyDocumentSchema } from '../dispatching-reply/dispatch-reply.js';
import { documentText } from '../fields.js';
import { OUTCOME_CODES, outcomeText } from '../outcomes.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const body = z.strictObject({
  on: localDateSchema.describe('台账所记的办结之日：答复发出之日，或其他方式办结之日'),
  outcome: z
    .enum(OUTCOME_CODES, { error: '应为处理决定类型之一，见 docs/outcomes.md' })
    .describe('台账所记的处理结果对应的处理决定类型'),
  document: replyDocumentSchema.optional().describe('台账所记的答复文号'),
});

/**
 * 登记历史办理结果: ends a case as an older register says that it ended, and says nothing of what registers do not hold: who proposed,
 * who reviewed, by which way the reply left (ADR 0016). Whether the reply was late is therefore unknown. Not a way round
 * proposal, review and reply: only what is taken over from a register is recorded like this.
 */
export const recordPastResult = defineStep({
  name: 'record-past-result',
  label: '登记历史办理结果',
  article: '第三十三条、第三十六条；据原有台账登记',
  roles: ['head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.past-result-recorded',
    version: 1,
    label: '历史办理结果（据台账）',
    source: '原有台账',
    schema: body,
  }),
  decide: asBody,
  check({ receivedOn, correction, fee }, data, by) {
    if (by.source === undefined) {
      throw new Refused('not-from-register', '历史办理结果只能经导入台账登记；其他申请件须拟定决定、审核并发出答复');
    }
    notBefore(data.on, receivedOn, '收到申请之日');
    notBefore(data.on, correction?.correctedOn ?? correction?.requestedOn ?? null, '补正之日');
    notBefore(data.on, fee?.paidOn ?? fee?.noticeOn ?? null, '收费之日');
  },
  evolve(state, data) {
    return endCase(state, { on: data.on, outcome: data.outcome });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '办结之日' },
      outcome: { label: '处理结果', show: outcomeText },
      document: { label: '答复书', show: documentText },
    });
  },
});
