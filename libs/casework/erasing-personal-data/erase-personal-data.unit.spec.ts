import { describe, expect, it } from '@jest/globals';
import { offeredSteps } from '../lifecycle.js';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { fileReconsideration } from '../pursuing-remedy/file-reconsideration.js';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { erasePersonalData } from './erase-personal-data.js';

const closed = [
  received('2014-03-01'),
  did(withdrawApplication, { on: '2014-03-11', written: true, identityChecked: true }),
];
const erasure = { on: '2024-04-01', retentionEndedOn: '2024-03-31', approvedBy: 'head-1' } as const;
const operator = { actor: 'operator-1', role: 'operator' } as const;

describe('erasing personal data', () => {
  it('is recorded on a closed case; nothing else changes', () => {
    given(...closed)
      .when(erasePersonalData, erasure, operator)
      .thenCase({ personalDataErasedOn: '2024-04-01', ending: { on: '2014-03-11', outcome: 'other_withdrawn' } });
  });

  it('waits for the end of retention, and of the case', () => {
    given(...closed)
      .when(erasePersonalData, { ...erasure, on: '2024-03-30' }, operator)
      .thenRefused('date-order', 'body.on');
    given(...closed)
      .when(erasePersonalData, { ...erasure, retentionEndedOn: '2014-03-10' }, operator)
      .thenRefused('date-order', 'body.retentionEndedOn');
    given(received('2014-03-01')).when(erasePersonalData, erasure, operator).thenRefused('step-not-allowed');
  });

  it('is approved by another person', () => {
    given(...closed)
      .when(erasePersonalData, { ...erasure, approvedBy: 'operator-1' }, operator)
      .thenRefused('four-eyes', 'body.approvedBy');
  });

  describe('of one person', () => {
    const consulted = [
      received('2014-03-01'),
      did(consultThirdParty, { on: '2014-03-05', partyRef: 'party-1' }),
      did(withdrawApplication, { on: '2014-03-11', written: true, identityChecked: true }),
    ];
    const alone = { ...erasure, personRef: 'party-1', reason: 'purpose-met' } as const;

    it('leaves the others; the case may still be erased as a whole, then nobody is left', () => {
      given(...consulted)
        .when(erasePersonalData, alone, operator)
        .thenCase({ erasedPersons: ['party-1'], personalDataErasedOn: null, thirdPartyRefs: ['party-1'] });
      given(...consulted, did(erasePersonalData, alone, operator))
        .when(erasePersonalData, erasure, operator)
        .thenCase({ erasedPersons: ['party-1'], personalDataErasedOn: '2024-04-01' });
      given(...consulted, did(erasePersonalData, erasure, operator))
        .when(erasePersonalData, alone, operator)
        .thenRefused('already-erased');
    });

    it('of everybody, one by one, leaves nothing to erase: neither offered nor taken', () => {
      const applicant = caseAfter(...consulted).applicantRef;
      const both = [
        did(erasePersonalData, alone, operator),
        did(erasePersonalData, { ...alone, personRef: applicant }, operator),
      ];
      expect(offeredSteps(caseAfter(...consulted, both[0]!))).toContain('erase-personal-data');
      expect(offeredSteps(caseAfter(...consulted, ...both))).not.toContain('erase-personal-data');
      for (const body of [erasure, alone]) {
        given(...consulted, ...both)
          .when(erasePersonalData, body, operator)
          .thenRefused('already-erased');
      }
    });

    it('a rectification may make of an erasure of the whole case one of people all erased before', () => {
      const two = [did(erasePersonalData, alone, operator), did(erasePersonalData, erasure, operator)];
      const corrected = { on: '2024-05-01', reason: 'typing-error', approvedBy: 'head-1', revision: 0 } as const;
      const now = { kind: 'correct', fields: { applicantRef: 'party-1' } } as const;
      given(...consulted, ...two)
        .when(rectifyEntry, { ...corrected, action: now })
        .thenCase({ applicantRef: 'party-1', personalDataErasedOn: '2024-04-01' });
    });

    it('is of somebody in the case, once, for a known reason', () => {
      given(...consulted)
        .when(erasePersonalData, { ...alone, personRef: 'party-2' }, operator)
        .thenRefused('person-not-in-case', 'body.personRef');
      given(...consulted, did(erasePersonalData, alone, operator))
        .when(erasePersonalData, alone, operator)
        .thenRefused('already-erased');
      given(...consulted)
        .when(erasePersonalData, { ...alone, reason: 'boredom' }, operator)
        .thenRefused('invalid-input', 'body.reason');
    });
  });

  it('is refused while a remedy is pending, and a second time', () => {
    given(...closed, did(fileReconsideration, { on: '2014-04-01' }))
      .when(erasePersonalData, erasure, operator)
      .thenRefused('remedy-pending');
    given(...closed, did(erasePersonalData, erasure, operator))
      .when(erasePersonalData, erasure, operator)
      .thenRefused('already-erased');
  });
});
