import { describe, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import { OUTCOMES } from '../outcomes.js';
import { DEFAULT_POLICY } from '../step.js';
import { given, received } from '../testkit/case-specification.js';
import { proposeDecision } from './propose-decision.js';

const noReview = { policy: { ...DEFAULT_POLICY, reviewRequired: false } };
const on: LocalDate = '2024-03-08';

describe('proposing a decision', () => {
  it('waits for a review where the policy asks for one', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, { on, outcome: 'granted_provided' })
      .thenCase({
        status: 'decision-proposed',
        decision: {
          outcome: 'granted_provided',
          proposedOn: on,
          proposedBy: 'handler-1',
          reviewRequired: true,
          approvedOn: null,
          approvedBy: null,
        },
      });
  });

  it('is ready to go out where the policy asks for none', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, { on, outcome: 'granted_provided' }, noReview)
      .thenCase({ status: 'decision-approved' });
  });

  it('cites the usual articles of every ground unless told others', () => {
    const outcome = { on, outcome: 'partially_granted', otherGrounds: ['refused_internal_affairs'] };
    given(received('2024-03-01'))
      .when(proposeDecision, outcome)
      .thenRecords({
        articles: [...new Set([...OUTCOMES.partially_granted.articles, ...OUTCOMES.refused_internal_affairs.articles])],
      });
    given(received('2024-03-01'))
      .when(proposeDecision, { ...outcome, articles: ['第三十七条'] })
      .thenRecords({ articles: ['第三十七条'] });
  });

  it('does not come before the receipt', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, { on: '2024-02-29', outcome: 'granted_provided' })
      .thenRefused('date-order', 'body.on');
  });

  it('is not for outcomes that have a step of their own', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, { on, outcome: 'other_withdrawn' })
      .thenRefused('invalid-input', 'body.outcome');
  });

  it('takes no text about the applicant', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, { on, outcome: 'granted_provided', reasons: '张三……' })
      .thenRefused('invalid-input', 'body.reasons');
  });

  it.each([
    ['a full grant with something withheld', 'granted_provided', ['refused_internal_affairs']],
    ['a refusal with something granted', 'refused_internal_affairs', ['granted_provided']],
    ['a partial grant as a ground', 'refused_internal_affairs', ['partially_granted']],
    ['a ground named twice', 'refused_internal_affairs', ['refused_internal_affairs']],
  ])('counts once, in one row (V7): refuses %s', (_case, outcome, otherGrounds) => {
    given(received('2024-03-01'))
      .when(proposeDecision, { on, outcome, otherGrounds })
      .thenRefused('grounds-conflict', 'body.otherGrounds');
  });
});
