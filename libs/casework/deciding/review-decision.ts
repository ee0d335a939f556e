import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { documentText } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { coded, listed, tellRecord } from '../telling/fact.js';
import { identifiedDocumentSchema } from './evidence.js';

/** Why a reviewer sends a proposal back. What exactly is wrong stands in the review document. */
export const RETURN_REASONS = ['facts', 'evidence', 'grounds', 'articles', 'procedure', 'wording'] as const;

/** Labels of the reasons, plain Chinese. */
export const RETURN_REASON_LABELS: Readonly<Record<(typeof RETURN_REASONS)[number], string>> = {
  facts: '事实不清',
  evidence: '证据不足',
  grounds: '理由不当',
  articles: '适用条款不当',
  procedure: '程序不当',
  wording: '文字需要修改',
};

const REVIEW_RESULT_LABELS = { approved: '通过', returned: '退回' } as const;

const body = z.strictObject({
  on: localDateSchema.describe('审核之日'),
  result: z.enum(['approved', 'returned'], { error: '应为 approved（通过）或 returned（退回）' }),
  returnReasons: z
    .array(z.enum(RETURN_REASONS, { error: '应为退回理由之一：' + RETURN_REASONS.join('、') }))
    .max(RETURN_REASONS.length)
    .optional()
    .describe('退回时至少一项'),
  document: identifiedDocumentSchema.optional().describe('审核意见'),
});

/** 审核: another person than the proposer approves the decision or sends it back. */
export const reviewDecision = defineStep({
  name: 'review-decision',
  label: '审核处理决定',
  article: '第十七条；本机关审核制度',
  roles: ['reviewer', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.decision-reviewed',
    version: 1,
    label: '审核处理决定',
    source: '第十七条；本机关审核制度',
    schema: body,
  }),
  decide: asBody,
  check({ decision }, data, by) {
    notBefore(data.on, decision?.proposedOn ?? null, '拟定决定之日');
    if (decision?.proposedBy === by.actor) {
      throw new Refused('four-eyes', '拟定决定的人不能审核同一决定，须由他人审核', { proposedBy: decision.proposedBy });
    }
    const reasons = data.returnReasons?.length ?? 0;
    if ((data.result === 'returned') !== reasons > 0) {
      throw new RuleBroken('return-reasons', 'body.returnReasons', '退回须写明理由，通过不写退回理由');
    }
  },
  evolve(state, data, by) {
    if (data.result === 'returned') return { ...state, status: 'in-progress', decision: null };
    if (state.decision === null) return state;
    return {
      ...state,
      status: 'decision-approved',
      decision: { ...state.decision, approvedOn: data.on, approvedBy: by.actor },
    };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '审核之日' },
      result: coded('审核结果', REVIEW_RESULT_LABELS),
      returnReasons: listed('退回理由', (reason) => RETURN_REASON_LABELS[reason]),
      document: { label: '审核意见', show: documentText },
    });
  },
});
