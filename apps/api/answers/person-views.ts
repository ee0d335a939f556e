import { CASE_STATUSES, type CaseStatus } from '#casework';
import { personalDataSchema, type Erased } from '#privacy';
import { z } from 'zod';
import type { PersonForgotten } from '../people/forget-person.js';
import type { PersonView } from '../people/people.js';
import type { HoldingCase, PersonFate } from '../people/person-fate.js';
import { answer, date } from './answer.js';
import { caseRecordedAnswer } from './recorded.js';

const erased = answer<Erased>()({
  erased: z.literal(true),
  on: date.describe('销毁之日'),
});

/** A person, or the placeholder of one who was erased. */
export const personAnswer = answer<PersonView>()({
  ref: z.string(),
  agency: z.string(),
  person: z.union([erased, z.looseObject(personalDataSchema.shape)]),
});

const holdingCase = answer<HoldingCase>()({
  caseId: z.string(),
  status: z.enum(CASE_STATUSES satisfies readonly CaseStatus[]),
  endedOn: date.nullable().describe('未办结则为 null'),
  until: z
    .enum(['case-ended', 'remedies-concluded', 'erasure-decided'])
    .describe('还须等到：办结、复议诉讼审结、该件保管期限届满并决定删除'),
  message: z.string(),
});

const fateShape = {
  ref: z.string(),
  fate: z
    .enum(['erased', 'held', 'not-recorded', 'pending'])
    .describe('已销毁、仍为其他案件所需、本机关未登记、待配置主密钥后销毁'),
  erasedOn: date.nullable(),
  heldBy: z.array(holdingCase).describe('仍需该人的案件'),
  message: z.string(),
};
const personFate = answer<PersonFate>()(fateShape);

/** Answer to the forgetting of a person. */
export const personForgottenAnswer = answer<Omit<PersonForgotten, 'repeated'>>()({
  ...fateShape,
  agency: z.string(),
  cases: z.array(z.string()).describe('该人所在的全部案件'),
});

/** Answer to the erasure of a case: what became of every person of it. */
export const caseErasedAnswer = caseRecordedAnswer.extend({
  persons: z.array(personFate).describe('本件申请人和第三方各自的结果'),
});
