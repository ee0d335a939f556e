import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '#calendar';
import type { LocalDate } from '#kernel';
import { issueFeeNotice } from '../charging-fee/issue-fee-notice.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { extendDeadline } from '../extending-deadline/extend-deadline.js';
import { readClock } from '../legal-clock.js';
import { confirmReceipt } from '../receiving-application/confirm-receipt.js';
import type { Channel } from '../receiving-application/channels.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { DEFAULT_POLICY } from '../step.js';
import { terminateApplication } from '../terminating/terminate-application.js';
import { caseAfter, did, received, type Deed } from '../testkit/case-specification.js';

const arrival = received('2024-03-01');
const read = (...deeds: Deed[]) => readClock(caseAfter(...deeds), calendarOf('CN'));
const breaches = (...deeds: Deed[]) => read(...deeds).breaches.map(({ code, on }) => [code, on]);

function replied(on: LocalDate): Deed[] {
  const noReview = { policy: { ...DEFAULT_POLICY, reviewRequired: false } };
  return [
    did(proposeDecision, { on: '2024-03-20', outcome: 'granted_provided' }, noReview),
    did(dispatchReply, { on, mode: 'post', document: { number: '信复〔2024〕1号' } }),
  ];
}

describe('late confirmation (Art. 31, Q1)', () => {
  // 2024-03-01 is a Friday.
  it.each<[Channel, LocalDate, boolean]>([
    ['ordinary-mail', '2024-03-01', false],
    ['ordinary-mail', '2024-03-02', true],
    ['internet', '2024-03-04', false],
    ['internet', '2024-03-05', true],
    ['fax', '2024-03-05', true],
    ['email', '2024-03-05', true],
  ])('%s confirmed on %s: %p', (channel, on, late) => {
    const found = breaches(received('2024-03-01', { channel }), did(confirmReceipt, { on }));
    expect(found).toEqual(late ? [['confirmation_late', on]] : []);
  });

  it('is not laid to a case that ended unconfirmed', () => {
    const ended = did(terminateApplication, {
      on: '2024-03-20',
      reason: 'unreachable',
      document: { number: '终止〔2024〕1号' },
    });
    expect(breaches(received('2024-03-01', { channel: 'fax' }), ended)).toEqual([]);
  });
});

describe('late correction notice (Art. 30)', () => {
  it.each<[LocalDate, boolean]>([
    ['2024-03-12', false],
    ['2024-03-13', true],
  ])('sent on %s: %p', (on, late) => {
    const notice = did(requestCorrection, { on, items: ['contact'], correctBy: '2024-03-30' });
    expect(breaches(arrival, notice)).toEqual(late ? [['correction_notice_late', on]] : []);
  });
});

describe('late fee notice (C8)', () => {
  const notice = (on: LocalDate) => did(issueFeeNotice, { on, method: 'per-page', pages: 250 });

  it('is judged by the period that it cuts off', () => {
    expect(breaches(arrival, notice('2024-03-29'))).toEqual([]);
    expect(breaches(arrival, notice('2024-03-30'))).toEqual([['fee_notice_late', '2024-03-30']]);
  });

  it('has the time of an extension, too', () => {
    const extended = did(extendDeadline, { on: '2024-03-29', workingDays: 10, approvedBy: 'head-1' });
    expect(breaches(arrival, extended, notice('2024-04-15'))).toEqual([]);
  });
});

describe('late reply (Art. 33)', () => {
  it('is in time on the last day', () => {
    expect(read(arrival, ...replied('2024-03-29'))).toMatchObject({
      state: 'stopped',
      stoppedOn: '2024-03-29',
      late: false,
      breaches: [],
    });
  });

  it('is late the day after', () => {
    expect(read(arrival, ...replied('2024-03-30'))).toMatchObject({
      stoppedOn: '2024-03-30',
      late: true,
      breaches: [
        { code: 'reply_late', on: '2024-03-30', article: '第三十三条', message: expect.stringContaining('2024-03-29') },
      ],
    });
  });
});
