import { describe, expect, it } from '@jest/globals';
import { yearOf, type Instant, type LocalDate } from '#kernel';
import { calendarOf } from '#calendar';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { recordDelivery } from '../dispatching-reply/record-delivery.js';
import { extendDeadline } from '../extending-deadline/extend-deadline.js';
import { dueDate, readClock } from '../legal-clock.js';
import { OUTCOMES } from '../outcomes.js';
import { confirmReceipt } from '../receiving-application/confirm-receipt.js';
import { recordCorrection } from '../requesting-correction/record-correction.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { caseAfter, did, given, received, type Deed } from '../testkit/case-specification.js';
import { rectifyEntry } from './rectify-entry.js';

const calendar = calendarOf('CN');
const document = { number: '答〔2025〕1号' };
const reviewer = { actor: 'reviewer-1', role: 'reviewer' } as const;

/** Received, 1 proposed, 2 reviewed, 3 dispatched, where nothing else happened before. */
const decided = (on: LocalDate) => [
  did(proposeDecision, { on, outcome: 'granted_provided' }),
  did(reviewDecision, { on, result: 'approved' }, reviewer),
];
const dispatched = (on: LocalDate) => did(dispatchReply, { on, mode: 'post', document });
const replied = [received('2024-12-02'), ...decided('2024-12-20'), dispatched('2024-12-27')];

const rectification = (revision: number, action: object, reason = 'typing-error') => ({
  on: '2025-01-20',
  revision,
  action,
  reason,
  approvedBy: 'head-1',
});
const correct = (revision: number, fields: object) => rectification(revision, { kind: 'correct', fields });
const rectified = (body: object) => did(rectifyEntry, body as Parameters<typeof did<typeof rectifyEntry>>[1]);
const rowOf = (...deeds: readonly Deed[]) => OUTCOMES[caseAfter(...deeds).ending!.outcome].rows['2021'];

describe('the wrong applicant kind', () => {
  it('is corrected in any status; nothing else changes', () => {
    expect(caseAfter(...replied, rectified(correct(0, { applicantKind: 'commercial-enterprise' })))).toEqual({
      ...caseAfter(...replied),
      applicantKind: 'commercial-enterprise',
    });
  });

  it('is one of the six', () => {
    given(...replied)
      .when(rectifyEntry, correct(0, { applicantKind: 'company' }))
      .thenRefused('invalid-input', 'body.action.fields.applicantKind');
  });
});

describe('the wrong receipt date', () => {
  it('is corrected with the day of arrival where Art. 31 fixes both at once; the due date follows', () => {
    expect(dueDate(caseAfter(...replied), calendar).due).toBe('2024-12-30');
    const after = caseAfter(...replied, rectified(correct(0, { on: '2024-11-18', receivedOn: '2024-11-18' })));
    expect(after).toMatchObject({ arrivedOn: '2024-11-18', receivedOn: '2024-11-18' });
    expect(readClock(after, calendar)).toMatchObject({ due: '2024-12-16', late: true });
  });

  it('is refused for one of the two alone', () => {
    given(...replied)
      .when(rectifyEntry, correct(0, { on: '2024-11-18' }))
      .thenRefused('receipt-date-wrong', 'body.action');
  });

  it('is corrected in the confirmation where both sides confirmed', () => {
    given(
      received('2024-12-02', { channel: 'internet' }),
      did(confirmReceipt, { on: '2024-12-05' }),
      ...decided('2024-12-20'),
    )
      .when(rectifyEntry, correct(1, { on: '2024-12-03' }))
      .thenCase({ arrivedOn: '2024-12-02', receivedOn: '2024-12-03' });
  });

  it('is refused behind the steps that rest on it, naming the first of them', () => {
    const error = given(...replied)
      .when(rectifyEntry, correct(0, { on: '2024-12-23', receivedOn: '2024-12-23' }))
      .thenRefused('date-order', 'body.action');
    expect(error.facts).toMatchObject({ revision: 1, type: 'case.decision-proposed' });
  });
});

describe('the wrong dispatch date, across the turn of the year', () => {
  it('moves the result into the other year, and the reply behind its due date', () => {
    const after = caseAfter(...replied, rectified(correct(3, { on: '2025-01-03' })));
    expect(yearOf(caseAfter(...replied).ending!.on)).toBe(2024);
    expect(yearOf(after.ending!.on)).toBe(2025);
    expect(readClock(after, calendar)).toMatchObject({ due: '2024-12-30', stoppedOn: '2025-01-03', late: true });
  });

  it('and back, though a new year has begun', () => {
    const late = [received('2024-12-02'), ...decided('2024-12-20'), dispatched('2025-01-03')];
    given(...late)
      .when(rectifyEntry, correct(3, { on: '2024-12-27' }))
      .thenCase({ ending: { on: '2024-12-27', outcome: 'granted_provided' } });
  });

  it('is refused before the decision, naming the dispatch, and behind its delivery, naming the delivery', () => {
    const delivered = [...replied, did(recordDelivery, { on: '2024-12-31' })];
    const early = given(...delivered)
      .when(rectifyEntry, correct(3, { on: '2024-12-19' }))
      .thenRefused('date-order');
    expect(early.facts['revision']).toBe(3);
    const late = given(...delivered)
      .when(rectifyEntry, correct(3, { on: '2025-01-03' }))
      .thenRefused('date-order');
    expect(late.facts).toMatchObject({ revision: 4, type: 'case.reply-delivered' });
  });
});

describe('the wrong outcome', () => {
  it('is corrected in the proposal; the row of the result follows', () => {
    const correction = rectified(
      correct(1, {
        outcome: 'partially_granted',
        otherGrounds: ['refused_internal_affairs'],
        articles: ['第三十七条'],
      }),
    );
    expect(rowOf(...replied)).toBe('granted');
    expect(rowOf(...replied, correction)).toBe('partial');
    expect(caseAfter(...replied, correction).ending).toEqual({ on: '2024-12-27', outcome: 'partially_granted' });
  });

  it('is refused without what the other outcome needs: a correction that the applicant never answered', () => {
    const error = given(...replied)
      .when(rectifyEntry, correct(1, { outcome: 'unavailable_still_unclear' }))
      .thenRefused('needs-correction-attempt', 'body.action');
    expect(error.facts['revision']).toBe(1);
  });
});

describe('a step logged in the wrong case', () => {
  const extension = { on: '2024-12-24', workingDays: 20, approvedBy: 'head-1' } as const;
  const strike = (revision: number, ...also: readonly number[]) =>
    rectification(revision, { kind: 'void', ...(also.length > 0 && { also }) }, 'wrong-case');

  it('is struck there and recorded in the right one, late', () => {
    const wrong = [received('2024-12-02'), did(extendDeadline, extension), ...decided('2024-12-26')];
    expect(caseAfter(...wrong, rectified(strike(1)))).toEqual(
      caseAfter(received('2024-12-02'), ...decided('2024-12-26')),
    );
    given(received('2024-12-02', { caseId: 'case-2' }))
      .when(extendDeadline, extension, { now: '2025-01-20T02:00:00.000Z' })
      .thenCase({ caseId: 'case-2', extension });
  });

  it('is struck with its answer: a notice of correction alone could not go', () => {
    const wrong = [
      received('2024-12-02'),
      did(requestCorrection, { on: '2024-12-04', items: ['contact'], correctBy: '2024-12-18' }),
      did(recordCorrection, { on: '2024-12-10' }),
      ...decided('2024-12-20'),
      dispatched('2024-12-27'),
    ];
    expect(
      given(...wrong)
        .when(rectifyEntry, strike(1))
        .thenRefused('step-not-allowed').facts['revision'],
    ).toBe(2);
    expect(
      given(...wrong)
        .when(rectifyEntry, strike(2))
        .thenRefused('step-not-allowed').facts['revision'],
    ).toBe(3);
    expect(caseAfter(...wrong, rectified(strike(1, 2)))).toEqual(caseAfter(...replied));
    expect(caseAfter(...wrong, rectified(strike(1, 2)), rectified(strike(6)))).toEqual(caseAfter(...wrong));
  });

  it('is refused to be struck with an entry that is not there, is void already, or is the receipt', () => {
    given(...replied)
      .when(rectifyEntry, strike(3, 9))
      .thenRefused('entry-unknown', 'body.revision');
    given(...replied, rectified(strike(3)))
      .when(rectifyEntry, strike(2, 3))
      .thenRefused('entry-void');
    given(...replied)
      .when(rectifyEntry, strike(3, 0))
      .thenRefused('receipt-not-voidable');
  });

  it('ended the wrong case: struck from the end, that case is open again', () => {
    given(...replied)
      .when(rectifyEntry, strike(1, 2, 3))
      .thenCase({ status: 'in-progress', decision: null, reply: null, ending: null });
  });
});

describe('a step forgotten and entered late', () => {
  const supply = (revision: number, step: string, body: object) =>
    rectification(revision, { kind: 'insert', steps: [{ step, body }] }, 'forgotten');

  it('is simply recorded late where the case still stands open to it', () => {
    const late = { now: '2025-01-20T02:00:00.000Z' as Instant };
    given(...replied)
      .when(recordDelivery, { on: '2024-12-31' }, late)
      .thenCase({ reply: expect.objectContaining({ deliveredOn: '2024-12-31' }) as never });
    given(received('2024-12-02'), ...decided('2024-12-20'))
      .when(extendDeadline, { on: '2024-12-24', workingDays: 20, approvedBy: 'head-1' }, late)
      .thenCase({ extension: { on: '2024-12-24', workingDays: 20, approvedBy: 'head-1' } });
  });

  it('is supplied by a rectification where the case has moved on', () => {
    const late = [received('2024-12-02'), ...decided('2024-12-20'), dispatched('2025-01-03')];
    const extension = { on: '2024-12-24', workingDays: 20, approvedBy: 'head-1' };
    given(...late)
      .when(extendDeadline, extension)
      .thenRefused('step-not-allowed');
    expect(readClock(caseAfter(...late), calendar).late).toBe(true);
    const after = caseAfter(...late, rectified(supply(2, 'extend-deadline', extension)));
    expect(after).toEqual({ ...caseAfter(...late), extension });
    expect(readClock(after, calendar).late).toBe(false);
  });

  it('is refused where a later step would no longer be legal, naming that step', () => {
    const extended = [
      received('2024-12-02'),
      did(extendDeadline, { on: '2024-12-24', workingDays: 5, approvedBy: 'head-1' }),
      ...decided('2024-12-26'),
    ];
    const error = given(...extended)
      .when(rectifyEntry, supply(0, 'extend-deadline', { on: '2024-12-10', workingDays: 5, approvedBy: 'head-1' }))
      .thenRefused('already-extended');
    expect(error.facts).toMatchObject({ revision: 1, type: 'case.deadline-extended', status: 'decision-approved' });
  });
});
