import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { documentSchema, documentText, staffIdSchema } from '../fields.js';
import { dueDate } from '../legal-clock.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { MAX_EXTENSION_WORKING_DAYS } from './extension.js';

const ARTICLE = '第三十三条第二款';
const LENGTH = `延长天数应为 1 至 ${MAX_EXTENSION_WORKING_DAYS} 的整数`;

const body = z.strictObject({
  on: localDateSchema.describe('负责人同意并告知申请人之日'),
  workingDays: z.int(LENGTH).min(1, LENGTH).max(MAX_EXTENSION_WORKING_DAYS, LENGTH).describe('延长的工作日数'),
  approvedBy: staffIdSchema.describe('政府信息公开工作机构负责人的人员编号'),
  document: documentSchema.optional(),
});

/**
 * 延长答复期限: once, 1 to 20 working days, agreed by the head of the disclosure office, and only while the clock still runs
 * (Art. 33(2)). A handler may not approve an own extension; the head may.
 */
export const extendDeadline = defineStep({
  name: 'extend-deadline',
  label: '延长答复期限',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.deadline-extended',
    version: 1,
    label: '延长答复期限',
    source: ARTICLE,
    schema: body,
  }),
  isPossible: ({ extension }) => extension === null,
  decide: asBody,
  check(state, data, by, { calendar }) {
    if (state.extension !== null) {
      throw new Refused('already-extended', '答复期限只能延长一次，本件已延长', { article: ARTICLE });
    }
    notBefore(data.on, state.receivedOn, '收到申请之日');
    if (data.approvedBy === by.actor && by.role !== 'head') {
      throw new RuleBroken('four-eyes', 'body.approvedBy', '延长须经负责人同意，办理人不得自行同意', {
        article: ARTICLE,
      });
    }
    const { due } = dueDate(state, calendar);
    if (due !== null && data.on > due) {
      throw new RuleBroken('extension-after-due', 'body.on', `答复期限至 ${due} 届满，${data.on} 不能再延长`, {
        due,
        article: ARTICLE,
      });
    }
  },
  evolve(state, data) {
    const { on, workingDays, approvedBy } = data;
    return { ...state, extension: { on, workingDays, approvedBy } };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '延长答复期限之日' },
      workingDays: { label: '延长', show: (days) => `${days} 个工作日` },
      approvedBy: { label: '延长的同意人' },
      document: { label: '延长答复期限告知书', show: documentText },
    });
  },
});
