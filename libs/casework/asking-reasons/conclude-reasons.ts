import { z } from 'zod';
import { addDays, defineEvent, localDateSchema, Refused, RuleBroken, type LocalDate } from '#kernel';
import { dueDate } from '../legal-clock.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { REASONS_RESULT_LABELS } from './reasons.js';

/** A guard against slips of the pen, not a rule of law: Art. 35 only asks for a reasonable date. Calendar days. */
export const MAX_DELAY_DAYS = 366;

const ARTICLE = '第三十五条';

const body = z.strictObject({
  on: localDateSchema.describe('认定理由之日'),
  result: z
    .enum(['accepted', 'rejected'], '应为 accepted（理由合理）或 rejected（理由不合理）')
    .describe('理由是否合理'),
  delayedReplyOn: localDateSchema.optional().describe('告知申请人的延迟答复日期；仅在理由合理时'),
});

/**
 * 认定理由: reasons accepted, where needed with a delayed reply date that is told to the applicant and replaces the due date;
 * or rejected, which opens the way to 无正当理由大量反复申请 (Art. 35). The date is set while the clock still runs.
 */
export const concludeReasons = defineStep({
  name: 'conclude-reasons',
  label: '认定理由',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.reasons-concluded',
    version: 1,
    label: '认定理由',
    source: ARTICLE,
    schema: body,
  }),
  isPossible: ({ reasons }) => reasons?.result === 'pending',
  decide: asBody,
  check(state, data, _by, { calendar }) {
    if (state.reasons?.result !== 'pending') throw new Refused('no-reasons-pending', '没有待认定的理由说明');
    notBefore(data.on, state.reasons.requestedOn, '要求说明理由之日');
    if (data.delayedReplyOn === undefined) return;
    if (data.result === 'rejected') throw wrongDelay('delay-without-reasons', '理由不合理的，不得确定延迟答复日期');
    assertDelay(data.on, data.delayedReplyOn, dueDate(state, calendar).due);
  },
  evolve(state, data) {
    const reasons = state.reasons && {
      ...state.reasons,
      result: data.result,
      concludedOn: data.on,
      delayedReplyOn: data.delayedReplyOn ?? null,
    };
    return { ...state, reasons };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '认定理由之日' },
      result: coded('理由认定', REASONS_RESULT_LABELS),
      delayedReplyOn: { label: '延迟答复日期' },
    });
  },
});

/** `due` is `null` while a consultation pauses the clock without an end in sight. */
function assertDelay(on: LocalDate, delayed: LocalDate, due: LocalDate | null): void {
  if (due !== null && on > due) {
    throw new RuleBroken('delay-after-due', 'body.on', `答复期限至 ${due} 届满，${on} 不能再确定延迟答复日期`, {
      due,
      article: ARTICLE,
    });
  }
  if (delayed <= (due ?? on)) {
    throw wrongDelay('delay-not-later', `延迟答复日期 ${delayed} 应晚于 ${due ?? on}`, { due });
  }
  if (delayed > addDays(on, MAX_DELAY_DAYS)) {
    throw wrongDelay('delay-too-long', `延迟答复日期 ${delayed} 距认定之日超过 ${MAX_DELAY_DAYS} 日，不属于合理期限`);
  }
}

function wrongDelay(code: string, message: string, facts: object = {}): RuleBroken {
  return new RuleBroken(code, 'body.delayedReplyOn', message, { ...facts, article: ARTICLE });
}
