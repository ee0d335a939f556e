import { describe, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import type { ReplyOutcomeCode } from '../outcomes.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import { did, given, received } from '../testkit/case-specification.js';
import { dispatchReply } from './dispatch-reply.js';
import { recordDelivery } from './record-delivery.js';
import { recordPublication } from './record-publication.js';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import type { DispatchMode } from './reply.js';

const document = { number: '答〔2024〕1号' };
const approved = (outcome: ReplyOutcomeCode = 'granted_provided') => [
  received('2024-03-01'),
  did(proposeDecision, { on: '2024-03-08', outcome }),
  did(reviewDecision, { on: '2024-03-11', result: 'approved' }, { actor: 'reviewer-1', role: 'reviewer' }),
];
const replied = (mode: DispatchMode = 'post', outcome?: ReplyOutcomeCode) => [
  ...approved(outcome),
  did(dispatchReply, { on: '2024-03-12', mode, document }),
];

describe('dispatching the reply', () => {
  it('ends the case with the outcome of the decision', () => {
    given(...approved())
      .when(dispatchReply, { on: '2024-03-12', mode: 'post', document })
      .thenCase({
        status: 'closed',
        ending: { on: '2024-03-12', outcome: 'granted_provided' },
        reply: { dispatchedOn: '2024-03-12', mode: 'post', deliveredOn: null, madePublicOn: null },
      });
  });

  it.each<[DispatchMode, LocalDate | null]>([
    ['direct', '2024-03-12'],
    ['entrusted', '2024-03-12'],
    ['post', null],
    ['electronic', null],
  ])('by %s: served replies are delivered on the same day', (mode, deliveredOn) => {
    given(...approved())
      .when(dispatchReply, { on: '2024-03-12', mode, document })
      .thenCase({ reply: { dispatchedOn: '2024-03-12', mode, deliveredOn, madePublicOn: null } });
  });

  it('does not come before the approval', () => {
    given(...approved())
      .when(dispatchReply, { on: '2024-03-10', mode: 'post', document })
      .thenRefused('date-order', 'body.on');
  });

  it('needs an approved decision', () => {
    given(received('2024-03-01'), did(proposeDecision, { on: '2024-03-08', outcome: 'granted_provided' }))
      .when(dispatchReply, { on: '2024-03-12', mode: 'post', document })
      .thenRefused('step-not-allowed');
  });

  it('needs the number of the document', () => {
    given(...approved())
      .when(dispatchReply, { on: '2024-03-12', mode: 'post', document: {} })
      .thenRefused('invalid-input', 'body.document.number');
  });
});

describe('recording the delivery', () => {
  it('keeps the day on which the applicant had the reply', () => {
    given(...replied())
      .when(recordDelivery, { on: '2024-03-15' })
      .thenCase({ reply: { dispatchedOn: '2024-03-12', mode: 'post', deliveredOn: '2024-03-15', madePublicOn: null } });
  });

  it('is refused before the dispatch, a second time, and where no reply was sent', () => {
    given(...replied())
      .when(recordDelivery, { on: '2024-03-11' })
      .thenRefused('date-order', 'body.on');
    given(...replied('direct'))
      .when(recordDelivery, { on: '2024-03-15' })
      .thenRefused('already-delivered');
    given(received('2024-03-01'), did(withdrawApplication, { on: '2024-03-04', written: true, identityChecked: true }))
      .when(recordDelivery, { on: '2024-03-15' })
      .thenRefused('no-reply');
  });
});

describe('recording that the information was made public', () => {
  it('keeps the day (Art. 44)', () => {
    given(...replied())
      .when(recordPublication, { on: '2024-04-01' })
      .thenCase({ reply: { dispatchedOn: '2024-03-12', mode: 'post', deliveredOn: null, madePublicOn: '2024-04-01' } });
  });

  it('is refused for what was withheld, before the reply, and a second time', () => {
    given(...replied('post', 'refused_internal_affairs'))
      .when(recordPublication, { on: '2024-04-01' })
      .thenRefused('nothing-given');
    given(...replied())
      .when(recordPublication, { on: '2024-03-11' })
      .thenRefused('date-order', 'body.on');
    given(...replied(), did(recordPublication, { on: '2024-04-01' }))
      .when(recordPublication, { on: '2024-04-02' })
      .thenRefused('already-public');
  });
});
