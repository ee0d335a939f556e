import { describe, expect, it, jest } from '@jest/globals';
import { calendarOf } from '#calendar';
import { concludeReasons } from '../asking-reasons/conclude-reasons.js';
import { requestReasons } from '../asking-reasons/request-reasons.js';
import { issueFeeNotice } from '../charging-fee/issue-fee-notice.js';
import { recordPayment } from '../charging-fee/record-payment.js';
import { concludeConsultation } from '../consulting/conclude-consultation.js';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { recordConsultationDelivery } from '../consulting/record-consultation-delivery.js';
import { extendDeadline } from '../extending-deadline/extend-deadline.js';
import { dueDate, readClock } from '../legal-clock.js';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { recordCorrection } from '../requesting-correction/record-correction.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { caseAfter, did, received, type Deed } from '../testkit/case-specification.js';

const calendar = calendarOf('CN');
const read = (...deeds: Deed[]) => readClock(caseAfter(...deeds), calendar);

// Friday 2024-03-01; no holiday before 2024-04-04, hence due on Friday 2024-03-29.
const arrival = received('2024-03-01');
const letter = (consultationId: string, on: '2024-03-05' | '2024-03-06' | '2024-03-29') =>
  did(consultThirdParty, { on, partyRef: `party-${consultationId}`, consultationId });
const opinion = (consultationId: string, on: '2024-03-08' | '2024-03-12') =>
  did(concludeConsultation, { on, consultationId, result: 'agrees' });
const askedToCorrect = did(requestCorrection, { on: '2024-03-06', items: ['contact'], correctBy: '2024-03-20' });

describe('the reply period (Art. 33)', () => {
  it('runs 20 working days from the day after receipt', () => {
    const reading = read(arrival);
    expect(reading).toMatchObject({
      state: 'running',
      start: { on: '2024-03-01', because: 'receipt', article: '第三十一条' },
      parts: [{ workingDays: 20, article: '第三十三条第二款' }],
      due: '2024-03-29',
      provisional: false,
      calendarVersions: ['CN-2024-1'],
      stoppedOn: null,
      late: null,
      breaches: [],
    });
    expect(reading.days).toHaveLength(28);
    expect(reading.days[0]).toMatchObject({ date: '2024-03-02', kind: 'not-working', because: '周末' });
    expect(reading.days[2]).toMatchObject({ date: '2024-03-04', kind: 'counted', number: 1 });
    expect(reading.days.at(-1)).toMatchObject({ date: '2024-03-29', kind: 'counted', number: 20 });
  });

  it('has not begun while receipt waits for confirmation', () => {
    expect(read(received('2024-03-01', { channel: 'fax' }))).toMatchObject({
      state: 'not-started',
      start: null,
      due: null,
      days: [],
    });
  });

  it('grows by the extension', () => {
    const reading = read(arrival, did(extendDeadline, { on: '2024-03-29', workingDays: 10, approvedBy: 'head-1' }));
    expect(reading).toMatchObject({ due: '2024-04-15', parts: [{ workingDays: 20 }, { workingDays: 10 }] });
    expect(reading.days.find(({ date }) => date === '2024-04-04')).toMatchObject({
      kind: 'not-working',
      holiday: expect.stringContaining('清明'),
      notice: { number: '国办发明电〔2023〕7号' },
    });
    expect(reading.days.find(({ date }) => date === '2024-04-07')).toMatchObject({ kind: 'counted', number: 24 });
  });

  it('is provisional where it reaches a year without a published calendar', () => {
    expect(read(received('2026-12-10'))).toMatchObject({ provisional: true, calendarVersions: ['CN-2026-1'] });
    expect(read(received('2026-12-01'))).toMatchObject({ due: '2026-12-29', provisional: false });
  });
});

describe('pauses (Art. 33(3), Q4)', () => {
  it('take out the days after sending up to the opinion, overlapping ones once', () => {
    const reading = read(
      arrival,
      letter('a', '2024-03-05'),
      letter('b', '2024-03-06'),
      opinion('a', '2024-03-08'),
      opinion('b', '2024-03-12'),
    );
    expect(reading).toMatchObject({ state: 'running', due: '2024-04-08' });
    expect(reading.parts).toContainEqual({ label: '征求意见所需时间', article: '第三十三条第三款', workingDays: 5 });
    const paused = reading.days.flatMap((day) => (day.kind === 'paused' ? [[day.date, ...day.consultationIds]] : []));
    expect(paused).toEqual([
      ['2024-03-06', 'a'],
      ['2024-03-07', 'a', 'b'],
      ['2024-03-08', 'a', 'b'],
      ['2024-03-11', 'b'],
      ['2024-03-12', 'b'],
    ]);
  });

  it('have no end in sight while delivery is unknown', () => {
    const reading = read(arrival, letter('a', '2024-03-06'));
    expect(reading).toMatchObject({ state: 'paused', due: null });
    expect(reading.parts).toContainEqual(expect.objectContaining({ label: '征求意见所需时间', workingDays: null }));
    expect(reading.days.at(-1)).toMatchObject({ date: '2024-03-06', kind: 'counted', number: 3 });
  });

  it('are expected to end on the 15th working day after delivery', () => {
    const delivered = did(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'a' });
    expect(read(arrival, letter('a', '2024-03-06'), delivered)).toMatchObject({ state: 'paused', due: '2024-04-23' });
    const silent = did(concludeConsultation, { on: '2024-04-10', consultationId: 'a', result: 'silent' });
    expect(read(arrival, letter('a', '2024-03-06'), delivered, silent)).toMatchObject({
      state: 'running',
      due: '2024-04-23',
    });
  });

  it('move along with a rectified delivery, silence included', () => {
    const delivered = did(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'a' });
    const silent = did(concludeConsultation, { on: '2024-04-10', consultationId: 'a', result: 'silent' });
    const rectified = did(rectifyEntry, {
      on: '2024-04-11',
      revision: 2,
      action: { kind: 'correct', fields: { on: '2024-03-08' } },
      reason: 'typing-error',
      approvedBy: 'head-1',
    });
    expect(read(arrival, letter('a', '2024-03-06'), delivered, silent, rectified).due).toBe('2024-04-24');
  });

  it('do not begin when the clock has run out', () => {
    expect(read(arrival, letter('a', '2024-03-29'))).toMatchObject({ state: 'paused', due: '2024-03-29' });
  });
});

describe('restarts', () => {
  it('wait for the correction, the original due date in sight (Q3)', () => {
    expect(read(arrival, askedToCorrect)).toMatchObject({
      state: 'waiting-for-correction',
      start: null,
      due: null,
      originalDue: '2024-03-29',
    });
  });

  it('begin a full period with the correction (Art. 30)', () => {
    expect(read(arrival, askedToCorrect, did(recordCorrection, { on: '2024-03-15' }))).toMatchObject({
      start: { on: '2024-03-15', because: 'correction', article: '第三十条' },
      due: '2024-04-15',
      originalDue: '2024-03-29',
    });
  });

  it('wait for the payment and begin a full period with it (DR 1.8)', () => {
    const notice = did(issueFeeNotice, { on: '2024-03-11', method: 'per-page', pages: 250 });
    expect(read(arrival, notice)).toMatchObject({ state: 'waiting-for-payment', due: null, originalDue: '2024-03-29' });
    expect(read(arrival, notice, did(recordPayment, { on: '2024-03-15', amountFen: 4_700_00 }))).toMatchObject({
      start: { on: '2024-03-15', because: 'payment' },
      due: '2024-04-15',
    });
  });

  it('leave a pause only its days behind the restart', () => {
    const reading = read(
      arrival,
      letter('a', '2024-03-05'),
      askedToCorrect,
      did(recordCorrection, { on: '2024-03-11' }),
      opinion('a', '2024-03-12'),
    );
    expect(reading).toMatchObject({ due: '2024-04-10', parts: [{ workingDays: 20 }, { workingDays: 1 }] });
  });
});

describe('a delayed reply date (Art. 35)', () => {
  it('replaces the due date', () => {
    const delayed = { on: '2024-03-08', result: 'accepted', delayedReplyOn: '2024-04-03' } as const;
    const reading = read(arrival, did(requestReasons, { on: '2024-03-05' }), did(concludeReasons, delayed));
    expect(reading).toMatchObject({ due: '2024-04-03', provisional: false });
    expect(reading.parts).toContainEqual({ label: '延迟答复', article: '第三十五条', workingDays: 3 });
    expect(reading.days.slice(-3).map(({ kind }) => kind)).toEqual(['delayed', 'delayed', 'delayed']);
  });
});

describe('the reading', () => {
  it('is the same on every day', () => {
    const state = caseAfter(arrival, letter('a', '2024-03-06'), askedToCorrect);
    const before = [readClock(state, calendar), dueDate(state, calendar)];
    for (const now of ['1999-12-31T23:59:59.999Z', '2024-03-29T16:00:00.000Z', '2187-07-01T00:00:00.000Z']) {
      jest.useFakeTimers({ now: new Date(now) });
      expect([readClock(state, calendar), dueDate(state, calendar)]).toEqual(before);
    }
    jest.useRealTimers();
  });
});
