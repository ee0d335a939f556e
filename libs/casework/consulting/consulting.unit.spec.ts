import { describe, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { did, given, received } from '../testkit/case-specification.js';
import { consultAgency } from './consult-agency.js';
import { consultThirdParty } from './consult-third-party.js';
import { recordConsultationDelivery } from './record-consultation-delivery.js';

const open = { deliveredOn: null, endedOn: null, result: null };
const sent = [
  received('2024-03-01'),
  did(consultThirdParty, { on: '2024-03-05', partyRef: 'party-1', consultationId: 'a' }),
];

describe('consult a third party (Art. 32)', () => {
  it('opens a consultation', () => {
    given(received('2024-03-01'))
      .when(consultThirdParty, { on: '2024-03-05', partyRef: 'party-1', consultationId: 'a' })
      .thenCase({
        status: 'in-progress',
        consultations: [{ consultationId: 'a', kind: 'third-party', sentOn: '2024-03-05', ...open }],
      });
  });

  it('derives the id from the command where none is given', () => {
    given(received('2024-03-01'))
      .when(consultThirdParty, { on: '2024-03-05', partyRef: 'party-1' }, { commandId: 'key-7' })
      .thenRecords({ consultationId: derivedId('key-7', 'consultation') });
  });

  it('may overlap with others, each under its own id', () => {
    given(...sent)
      .when(consultThirdParty, { on: '2024-03-05', partyRef: 'party-2', consultationId: 'b' })
      .thenRecords({ consultationId: 'b' });
    given(...sent)
      .when(consultThirdParty, { on: '2024-03-06', partyRef: 'party-2', consultationId: 'a' })
      .thenRefused('consultation-exists', 'body.consultationId');
  });

  it('asks somebody else than the applicant, nor may an identity number name the party', () => {
    given(received('2024-03-01', { applicantRef: 'p-1' }))
      .when(consultThirdParty, { on: '2024-03-05', partyRef: 'p-1' })
      .thenRefused('consulted-applicant', 'body.partyRef');
    given(received('2024-03-01'))
      .when(consultThirdParty, { on: '2024-03-05', partyRef: '110101199003070011' })
      .thenRefused('invalid-input', 'body.partyRef');
  });

  it('does not come before receipt', () => {
    given(received('2024-03-06'))
      .when(consultThirdParty, { on: '2024-03-05', partyRef: 'party-1' })
      .thenRefused('date-order');
  });
});

describe('consult an agency (Art. 34, 33(3))', () => {
  const letter = { on: '2024-03-05', consultedAgency: 'agency-9', consultationId: 'b' };

  it('asks a co-producer without more', () => {
    given(...sent)
      .when(consultAgency, { ...letter, basis: 'co-producer' })
      .thenRecords({ consultedAgency: 'agency-9', basis: 'co-producer' });
  });

  it('asks for another opinion with the approval of another person (Q6)', () => {
    given(...sent)
      .when(consultAgency, { ...letter, basis: 'other-opinion', approvedBy: 'head-1' })
      .thenRecords({ approvedBy: 'head-1' });
    given(...sent)
      .when(consultAgency, { ...letter, basis: 'other-opinion' })
      .thenRefused('approval-needed', 'body.approvedBy');
    given(...sent)
      .when(
        consultAgency,
        { ...letter, basis: 'other-opinion', approvedBy: 'head-1' },
        { actor: 'head-1', role: 'head' },
      )
      .thenRefused('four-eyes', 'body.approvedBy');
  });

  it('asks another agency than the own', () => {
    given(received('2024-03-01'))
      .when(consultAgency, { ...letter, consultedAgency: 'agency-1', basis: 'co-producer' })
      .thenRefused('consulted-self', 'body.consultedAgency');
  });

  it('shares the ids with the third parties', () => {
    given(...sent)
      .when(consultAgency, { ...letter, consultationId: 'a', basis: 'co-producer' })
      .thenRefused('consultation-exists', 'body.consultationId');
  });
});

describe('record the delivery of a letter', () => {
  it('notes the day', () => {
    given(...sent)
      .when(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'a' })
      .thenCase({
        consultations: [
          { consultationId: 'a', kind: 'third-party', sentOn: '2024-03-05', ...open, deliveredOn: '2024-03-07' },
        ],
      });
  });

  it('refuses an unknown letter, a day before sending, a second delivery', () => {
    given(...sent)
      .when(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'z' })
      .thenRefused('consultation-unknown', 'body.consultationId');
    given(...sent)
      .when(recordConsultationDelivery, { on: '2024-03-04', consultationId: 'a' })
      .thenRefused('date-order', 'body.on');
    given(...sent, did(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'a' }))
      .when(recordConsultationDelivery, { on: '2024-03-08', consultationId: 'a' })
      .thenRefused('consultation-already-delivered');
  });
});
