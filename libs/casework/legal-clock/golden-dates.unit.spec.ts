import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '#calendar';
import type { LocalDate } from '#kernel';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { recordConsultationDelivery } from '../consulting/record-consultation-delivery.js';
import { dueDate, readClock } from '../legal-clock.js';
import { caseAfter, did, received } from '../testkit/case-specification.js';

const calendar = calendarOf('CN');

describe('golden dates (domain.md), read off the clock', () => {
  it.each<[LocalDate, LocalDate]>([
    ['2026-02-10', '2026-03-16'],
    ['2026-02-14', '2026-03-20'],
    ['2025-12-04', '2026-01-04'], // a working Sunday
    ['2026-09-18', '2026-10-22'],
  ])('received on %s, a reply is due on %s', (receivedOn, due) => {
    const state = caseAfter(received(receivedOn));
    expect(readClock(state, calendar)).toMatchObject({ due, provisional: false, start: { on: receivedOn } });
    expect(dueDate(state, calendar).due).toBe(due);
  });

  it.each<[LocalDate, LocalDate]>([
    ['2026-02-14', '2026-03-03'],
    ['2025-12-31', '2026-01-12'],
  ])('received on %s, a correction notice is due on %s', (receivedOn, due) => {
    const { sideClocks } = readClock(caseAfter(received(receivedOn)), calendar);
    expect(sideClocks).toEqual([expect.objectContaining({ code: 'correction-notice', due })]);
  });

  it('gives 15 working days from 2011-06-01 until 2011-06-23 (Guiding Case 26)', () => {
    const state = caseAfter(
      received('2011-05-31'),
      did(consultThirdParty, { on: '2011-05-31', partyRef: 'party-1', consultationId: 'a' }),
      did(recordConsultationDelivery, { on: '2011-06-01', consultationId: 'a' }),
    );
    expect(readClock(state, calendar).sideClocks).toContainEqual(
      expect.objectContaining({ code: 'consultation', consultationId: 'a', due: '2011-06-23', doneOn: null }),
    );
  });
});
