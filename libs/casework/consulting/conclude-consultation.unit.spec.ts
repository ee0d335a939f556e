import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { concludeConsultation } from './conclude-consultation.js';
import { consultThirdParty } from './consult-third-party.js';
import { recordConsultationDelivery } from './record-consultation-delivery.js';

const sent = [
  received('2024-03-01'),
  did(consultThirdParty, { on: '2024-03-05', partyRef: 'party-1', consultationId: 'a' }),
];
// The 15th working day after 2024-03-07 is 2024-03-28.
const delivered = [...sent, did(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'a' })];
const consultation = { consultationId: 'a', kind: 'third-party', sentOn: '2024-03-05' } as const;

describe('conclude a consultation (Art. 32, 34)', () => {
  it.each(['agrees', 'objects', 'partly-agrees'] as const)('ends it on the day of an opinion that %s', (result) => {
    given(...delivered)
      .when(concludeConsultation, { on: '2024-03-12', consultationId: 'a', result })
      .thenCase({ consultations: [{ ...consultation, deliveredOn: '2024-03-07', endedOn: '2024-03-12', result }] });
  });

  it('takes an opinion on a letter whose delivery nobody noted', () => {
    given(...sent)
      .when(concludeConsultation, { on: '2024-03-12', consultationId: 'a', result: 'agrees' })
      .thenCase({ consultations: [{ ...consultation, deliveredOn: null, endedOn: '2024-03-12', result: 'agrees' }] });
  });

  it('ends silence on the 15th working day, whenever it is written down', () => {
    given(...delivered)
      .when(concludeConsultation, { on: '2024-04-10', consultationId: 'a', result: 'silent' })
      .thenCase({
        consultations: [{ ...consultation, deliveredOn: '2024-03-07', endedOn: '2024-03-28', result: 'silent' }],
      });
    given(...delivered)
      .when(concludeConsultation, { on: '2024-03-29', consultationId: 'a', result: 'silent' })
      .thenRecords({ on: '2024-03-29', endedOn: '2024-03-28' });
  });

  it('finds no silence while the party may still speak', () => {
    given(...delivered)
      .when(concludeConsultation, { on: '2024-03-28', consultationId: 'a', result: 'silent' })
      .thenRefused('period-still-running', 'body.on');
  });

  it('finds no silence while nobody knows of the delivery', () => {
    given(...sent)
      .when(concludeConsultation, { on: '2024-04-10', consultationId: 'a', result: 'silent' })
      .thenRefused('consultation-not-delivered', 'body.consultationId');
  });

  it('refuses what cannot be', () => {
    const opinion = { on: '2024-03-12', consultationId: 'a', result: 'agrees' } as const;
    given(...delivered)
      .when(concludeConsultation, { ...opinion, consultationId: 'z' })
      .thenRefused('consultation-unknown');
    given(...delivered)
      .when(concludeConsultation, { ...opinion, on: '2024-03-06' })
      .thenRefused('date-order', 'body.on');
    given(...sent)
      .when(concludeConsultation, { ...opinion, on: '2024-03-04' })
      .thenRefused('date-order', 'body.on');
    given(...delivered)
      .when(concludeConsultation, { ...opinion, result: 'shrugs' })
      .thenRefused('invalid-input', 'body.result');
    given(...delivered, did(concludeConsultation, opinion))
      .when(concludeConsultation, opinion)
      .thenRefused('consultation-already-concluded');
    given(...sent, did(concludeConsultation, opinion))
      .when(recordConsultationDelivery, { on: '2024-03-13', consultationId: 'a' })
      .thenRefused('date-order', 'body.on');
  });
});
