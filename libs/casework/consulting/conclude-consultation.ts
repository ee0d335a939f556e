import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken, type LocalDate } from '#kernel';
import type { WorkingDayCalendar } from '#calendar';
import { referenceSchema } from '../fields.js';
import { lapseOf } from '../legal-clock/pauses.js';
import { after, notBefore } from '../rules.js';
import { defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { amendConsultation, consultationOf } from './consulted.js';
import { CONSULTATION_RESULT_LABELS, CONSULTATION_RESULTS, type Consultation } from './consultation.js';

const body = z.strictObject({
  on: localDateSchema.describe('收到意见之日；逾期未答复（silent）=认定之日'),
  consultationId: referenceSchema.describe('征求意见的代号'),
  result: z.enum(CONSULTATION_RESULTS, '应为意见之一：' + CONSULTATION_RESULTS.join('、')),
});

/**
 * 征求意见结果: an opinion ends the pause on the day on which it reached the office; silence ended it on the 15th working day
 * after delivery and may be recorded only when that day is over (Art. 32, 34). Silence of a third party leaves the decision to
 * the agency; silence of a co-producing agency is consent.
 */
export const concludeConsultation = defineStep({
  name: 'conclude-consultation',
  label: '记录征求意见结果',
  article: '第三十二条、第三十四条',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event: defineEvent({
    type: 'case.consultation-concluded',
    version: 1,
    label: '征求意见结束',
    source: '第三十二条、第三十四条',
    schema: z.strictObject({
      ...body.shape,
      endedOn: localDateSchema.optional().describe('逾期未答复时：送达后第 15 个工作日'),
    }),
  }),
  isPossible: ({ consultations }) => consultations.some(({ endedOn }) => endedOn === null),
  decide(state, input, { calendar }) {
    if (input.result !== 'silent') return input;
    return { ...input, endedOn: lapseOfDelivered(consultationOf(state, input.consultationId), calendar) };
  },
  check(state, data, _by, { calendar }) {
    const consultation = consultationOf(state, data.consultationId);
    if (consultation.endedOn !== null) {
      throw new Refused('consultation-already-concluded', `该征求意见已于 ${consultation.endedOn} 结束`);
    }
    notBefore(data.on, consultation.sentOn, '征求意见书发出之日');
    notBefore(data.on, consultation.deliveredOn, '征求意见书送达之日');
    if (data.result === 'silent') after(data.on, lapseOfDelivered(consultation, calendar), '答复意见的期限');
  },
  evolve(state, data) {
    const endedOn = data.result === 'silent' ? (data.endedOn ?? data.on) : data.on;
    return amendConsultation(state, data.consultationId, { endedOn, result: data.result });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: data.result === 'silent' ? '认定逾期未答复之日' : '收到意见之日' },
      consultationId: { label: '征求意见的代号' },
      result: coded('意见', CONSULTATION_RESULT_LABELS),
      endedOn: { label: '答复意见的期限届满之日' },
    });
  },
});

function lapseOfDelivered(consultation: Consultation, calendar: WorkingDayCalendar): LocalDate {
  const lapse = lapseOf(consultation, calendar);
  if (lapse !== null) return lapse;
  throw new RuleBroken(
    'consultation-not-delivered',
    'body.consultationId',
    '征求意见书送达之日尚未记录，不能认定逾期未答复',
    { article: consultation.kind === 'third-party' ? '第三十二条' : '第三十四条' },
  );
}
