import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { proposeDecision } from './propose-decision.js';
import { reviewDecision } from './review-decision.js';

const reviewer = { actor: 'reviewer-1', role: 'reviewer' } as const;
const proposed = [received('2024-03-01'), did(proposeDecision, { on: '2024-03-08', outcome: 'granted_provided' })];

describe('reviewing a decision', () => {
  it('approves', () => {
    given(...proposed)
      .when(reviewDecision, { on: '2024-03-11', result: 'approved' }, reviewer)
      .thenCase({
        status: 'decision-approved',
        decision: {
          outcome: 'granted_provided',
          proposedOn: '2024-03-08',
          proposedBy: 'handler-1',
          reviewRequired: true,
          approvedOn: '2024-03-11',
          approvedBy: 'reviewer-1',
        },
      });
  });

  it('returns with reasons; the case is in progress again, without a decision', () => {
    given(...proposed)
      .when(reviewDecision, { on: '2024-03-11', result: 'returned', returnReasons: ['evidence'] }, reviewer)
      .thenCase({ status: 'in-progress', decision: null });
  });

  it('asks for reasons when it returns, and for none when it approves', () => {
    given(...proposed)
      .when(reviewDecision, { on: '2024-03-11', result: 'returned' }, reviewer)
      .thenRefused('return-reasons', 'body.returnReasons');
    given(...proposed)
      .when(reviewDecision, { on: '2024-03-11', result: 'approved', returnReasons: ['facts'] }, reviewer)
      .thenRefused('return-reasons', 'body.returnReasons');
  });

  it('is done by another person than the proposer, whatever the role', () => {
    given(...proposed)
      .when(reviewDecision, { on: '2024-03-11', result: 'approved' }, { actor: 'handler-1', role: 'head' })
      .thenRefused('four-eyes');
  });

  it('does not come before the proposal', () => {
    given(...proposed)
      .when(reviewDecision, { on: '2024-03-07', result: 'approved' }, reviewer)
      .thenRefused('date-order', 'body.on');
  });

  it('has nothing to review before a proposal', () => {
    given(received('2024-03-01'))
      .when(reviewDecision, { on: '2024-03-11', result: 'approved' }, reviewer)
      .thenRefused('step-not-allowed');
  });
});
