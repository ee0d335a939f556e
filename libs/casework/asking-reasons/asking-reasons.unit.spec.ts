import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '#calendar';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { dueDate } from '../legal-clock.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { concludeReasons } from './conclude-reasons.js';
import { requestReasons } from './request-reasons.js';

// Due 2024-03-29 without more.
const asked = [received('2024-03-01'), did(requestReasons, { on: '2024-03-05' })];

describe('ask for reasons (Art. 35)', () => {
  it('notes the request and stays in progress', () => {
    given(received('2024-03-01'))
      .when(requestReasons, { on: '2024-03-05' })
      .thenCase({
        status: 'in-progress',
        reasons: { requestedOn: '2024-03-05', result: 'pending', concludedOn: null, delayedReplyOn: null },
      });
  });

  it('is not asked again while an answer is pending', () => {
    given(...asked)
      .when(requestReasons, { on: '2024-03-06' })
      .thenRefused('reasons-pending');
  });

  it('may be asked again afterwards, unless a delayed reply date was set', () => {
    given(...asked, did(concludeReasons, { on: '2024-03-08', result: 'accepted' }))
      .when(requestReasons, { on: '2024-03-11' })
      .thenCase({
        reasons: { requestedOn: '2024-03-11', result: 'pending', concludedOn: null, delayedReplyOn: null },
      });
    given(...asked, did(concludeReasons, { on: '2024-03-08', result: 'accepted', delayedReplyOn: '2024-05-31' }))
      .when(requestReasons, { on: '2024-03-11' })
      .thenRefused('delay-already-set');
  });
});

describe('conclude on reasons (Art. 35)', () => {
  it('accepts or rejects', () => {
    given(...asked)
      .when(concludeReasons, { on: '2024-03-08', result: 'rejected' })
      .thenCase({
        reasons: { requestedOn: '2024-03-05', result: 'rejected', concludedOn: '2024-03-08', delayedReplyOn: null },
      });
    given(...asked)
      .when(concludeReasons, { on: '2024-03-08', result: 'accepted' })
      .thenRecords({ on: '2024-03-08', result: 'accepted' });
  });

  it('moves the due date to the delayed reply date', () => {
    const delayed = { on: '2024-03-08', result: 'accepted', delayedReplyOn: '2024-04-01' } as const;
    expect(dueDate(caseAfter(...asked, did(concludeReasons, delayed)), calendarOf('CN')).due).toBe('2024-04-01');
  });

  it.each([
    ['no later than the due date', '2024-03-08', '2024-03-29', 'accepted', 'delay-not-later', 'body.delayedReplyOn'],
    ['after rejected reasons', '2024-03-08', '2024-04-01', 'rejected', 'delay-without-reasons', 'body.delayedReplyOn'],
    ['set when the clock had run out', '2024-04-01', '2024-05-01', 'accepted', 'delay-after-due', 'body.on'],
    ['beyond all reason', '2024-03-08', '2025-03-10', 'accepted', 'delay-too-long', 'body.delayedReplyOn'],
  ])('refuses a delayed reply date %s', (_why, on, delayedReplyOn, result, code, path) => {
    given(...asked)
      .when(concludeReasons, { on, result, delayedReplyOn })
      .thenRefused(code, path);
  });

  it('asks only for a later day while a consultation hides the due date', () => {
    const hidden = [...asked, did(consultThirdParty, { on: '2024-03-06', partyRef: 'party-1' })];
    given(...hidden)
      .when(concludeReasons, { on: '2024-03-08', result: 'accepted', delayedReplyOn: '2024-03-08' })
      .thenRefused('delay-not-later');
    given(...hidden)
      .when(concludeReasons, { on: '2024-03-08', result: 'accepted', delayedReplyOn: '2024-03-11' })
      .thenRecords({ delayedReplyOn: '2024-03-11' });
  });

  it('needs a pending request', () => {
    given(received('2024-03-01'))
      .when(concludeReasons, { on: '2024-03-08', result: 'accepted' })
      .thenRefused('no-reasons-pending');
  });

  it('does not come before the request', () => {
    given(...asked)
      .when(concludeReasons, { on: '2024-03-04', result: 'rejected' })
      .thenRefused('date-order', 'body.on');
  });
});
