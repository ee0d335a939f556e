import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken } from '#kernel';
import { articleSchema } from '../fields.js';
import { OUTCOMES } from '../outcomes.js';
import { notBefore } from '../rules.js';
import { defineStep } from '../step.js';
import { earlierReplyDate } from './earlier-answer.js';
import { evidenceSchema } from './evidence.js';
import { givesInformation, groundFactsSchema, groundsOf, needsOf, replyOutcomeSchema } from './grounds.js';
import { assertPreconditions } from './preconditions.js';
import { tellProposal } from './tell-proposal.js';

const body = z.strictObject({
  on: localDateSchema.describe('拟定之日'),
  outcome: replyOutcomeSchema.describe('处理决定类型；年报只按这一项计一次'),
  otherGrounds: z
    .array(replyOutcomeSchema)
    .max(20)
    .default([])
    .describe('部分公开时未公开部分的理由；不予公开等有几项理由时的其余理由'),
  articles: z.array(articleSchema).min(1).max(20).optional().describe('引用条款；不填则用各理由的通常条款'),
  evidence: z.array(evidenceSchema).max(50).default([]),
  facts: groundFactsSchema.optional(),
});

const event = defineEvent({
  type: 'case.decision-proposed',
  version: 1,
  label: '拟定处理决定',
  source: '第三十六条至第三十九条',
  schema: z.strictObject({
    ...body.shape,
    otherGrounds: z.array(replyOutcomeSchema),
    articles: z.array(articleSchema),
    evidence: z.array(evidenceSchema),
    reviewRequired: z.boolean(),
    earlierRepliedOn: localDateSchema.optional(),
  }),
});

/** Payload of a proposal. */
export type ProposalData = z.output<typeof event.schema>;

/**
 * 拟定处理决定: one outcome, counted once, with every ground and what each needs. Whether a review follows is fixed here, from the
 * agency's policy and the outcome (Q15), so that a later change of the policy does not reach back.
 */
export const proposeDecision = defineStep({
  name: 'propose-decision',
  label: '拟定处理决定',
  article: '第三十六条至第三十九条',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event,
  relatedCaseId: (input) => input.facts?.earlierCaseId,
  decide(state, input, { policy, related }) {
    const grounds = groundsOf(input);
    const repliedOn = earlierReplyDate(state, input.facts, related);
    return {
      ...input,
      articles: input.articles ?? [...new Set(grounds.flatMap((ground) => OUTCOMES[ground].articles))],
      reviewRequired: policy.reviewRequired || needsOf(grounds).includes('review'),
      ...(repliedOn !== undefined && { earlierRepliedOn: repliedOn }),
    };
  },
  check(state, data) {
    notBefore(data.on, state.receivedOn, '收到申请之日');
    notBefore(data.on, state.correction?.correctedOn ?? null, '收到补正之日');
    notBefore(data.on, state.fee?.paidOn ?? null, '缴费之日');
    assertGroundsFit(data);
    assertPreconditions(needsOf(groundsOf(data)), state, data);
  },
  evolve(state, data, by) {
    return {
      ...state,
      status: data.reviewRequired ? 'decision-proposed' : 'decision-approved',
      decision: {
        outcome: data.outcome,
        proposedOn: data.on,
        proposedBy: by.actor,
        reviewRequired: data.reviewRequired,
        approvedOn: null,
        approvedBy: null,
      },
    };
  },
  tell: tellProposal,
});

/** V7: what gives something and withholds something is 部分公开, and only that. Raises `grounds-conflict`. */
function assertGroundsFit({ outcome, otherGrounds }: ProposalData): void {
  if (otherGrounds.length > 0 && outcome.startsWith('granted_')) {
    throw conflict('有未公开部分的，应为部分公开（partially_granted）');
  }
  if (otherGrounds.some(givesInformation))
    throw conflict('其余理由只能是未公开的理由；有部分公开的，结果应为 partially_granted');
  if (new Set(groundsOf({ outcome, otherGrounds })).size <= otherGrounds.length) throw conflict('同一理由不能重复列出');
}

function conflict(message: string): RuleBroken {
  return new RuleBroken('grounds-conflict', 'body.otherGrounds', message);
}
