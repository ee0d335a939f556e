import { describe, expect, it } from '@jest/globals';
import { concludeReasons } from './asking-reasons/conclude-reasons.js';
import { requestReasons } from './asking-reasons/request-reasons.js';
import { issueFeeNotice } from './charging-fee/issue-fee-notice.js';
import { recordFeeNoticeDelivery } from './charging-fee/record-fee-notice-delivery.js';
import { recordPayment } from './charging-fee/record-payment.js';
import { concludeConsultation } from './consulting/conclude-consultation.js';
import { consultThirdParty } from './consulting/consult-third-party.js';
import { recordConsultationDelivery } from './consulting/record-consultation-delivery.js';
import { proposeDecision } from './deciding/propose-decision.js';
import { dispatchReply } from './dispatching-reply/dispatch-reply.js';
import { recordDelivery } from './dispatching-reply/record-delivery.js';
import { recordPublication } from './dispatching-reply/record-publication.js';
import { erasePersonalData } from './erasing-personal-data/erase-personal-data.js';
import { extendDeadline } from './extending-deadline/extend-deadline.js';
import { concludeReconsideration } from './pursuing-remedy/conclude-reconsideration.js';
import { fileReconsideration } from './pursuing-remedy/file-reconsideration.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { recordCorrection } from './requesting-correction/record-correction.js';
import { requestCorrection } from './requesting-correction/request-correction.js';
import { DEFAULT_POLICY } from './step.js';
import { allowedSteps, assertAllowed, offeredSteps } from './lifecycle.js';
import { caseAfter, did, received, type Deed } from './testkit/case-specification.js';
import { withdrawApplication } from './withdrawing/withdraw-application.js';

/** What a deed takes from the offered steps, and what it adds. */
function change(before: readonly Deed[], deed: Deed) {
  const [was, is] = [offeredSteps(caseAfter(...before)), offeredSteps(caseAfter(...before, deed))];
  return { gone: was.filter((step) => !is.includes(step)), come: is.filter((step) => !was.includes(step)) };
}

describe('the steps that are offered', () => {
  it('leave out what only the closing of a year or the import of a register issues', () => {
    expect(allowedSteps('in-progress')).toContain('carry-forward');
    const fresh = offeredSteps(caseAfter(received('2024-03-01')));
    expect(fresh).not.toContain('carry-forward');
    expect(fresh).not.toContain('record-past-result');
    expect(offeredSteps(null)).toEqual(['receive-application']);
  });

  it('leave out what the case holds nothing for: a closed one without a matter pending awaits no result', () => {
    const closed = [
      received('2024-03-01'),
      did(withdrawApplication, { on: '2024-03-04', written: true, identityChecked: true }),
    ];
    const filed = [...closed, did(fileReconsideration, { on: '2024-03-11', remedyId: 'r-1' })];
    const corrected = did(concludeReconsideration, { on: '2024-04-11', remedyId: 'r-1', result: 'corrected' });
    const further = ['file-reconsideration', 'file-litigation', 'rectify-entry'];
    expect(offeredSteps(caseAfter(...closed)).sort()).toEqual(['erase-personal-data', ...further].sort());
    expect(offeredSteps(caseAfter(...filed)).sort()).toEqual(['conclude-reconsideration', ...further].sort());
    expect(offeredSteps(caseAfter(...filed, corrected)).sort()).toEqual(
      ['dispatch-remedial-reply', 'erase-personal-data', ...further].sort(),
    );
  });

  it('leave out of an open case what was done once for all, and answers to what was not asked', () => {
    const fresh = offeredSteps(caseAfter(received('2024-03-01')));
    for (const step of ['request-correction', 'request-reasons', 'issue-fee-notice', 'extend-deadline'])
      expect(fresh).toContain(step);
    for (const step of ['conclude-reasons', 'record-consultation-delivery', 'conclude-consultation'])
      expect(fresh).not.toContain(step);
    const asked = [
      received('2024-03-01'),
      did(requestCorrection, { on: '2024-03-04', items: ['contact'], correctBy: '2024-03-15' }),
      did(recordCorrection, { on: '2024-03-05' }),
      did(extendDeadline, { on: '2024-03-06', workingDays: 5, approvedBy: 'head-1' }),
      did(requestReasons, { on: '2024-03-06' }),
      did(consultThirdParty, { on: '2024-03-06', partyRef: 'party-1', consultationId: 'c-1' }),
    ];
    expect(change(asked, did(recordConsultationDelivery, { on: '2024-03-07', consultationId: 'c-1' }))).toEqual({
      gone: ['record-consultation-delivery'],
      come: [],
    });
    expect(
      change(asked, did(concludeConsultation, { on: '2024-03-07', consultationId: 'c-1', result: 'agrees' })),
    ).toEqual({
      gone: ['conclude-consultation'],
      come: [],
    });
    expect(change(asked, did(concludeReasons, { on: '2024-03-07', result: 'rejected' }))).toEqual({
      gone: ['conclude-reasons'],
      come: ['request-reasons'],
    });
    expect(change(asked.slice(0, 1), asked[3]!)).toEqual({ gone: ['extend-deadline'], come: [] });
    expect(offeredSteps(caseAfter(...asked))).not.toContain('request-correction');
  });

  it('let a fee lapse only when the notice is delivered, and ask for one notice', () => {
    const noticed = [received('2024-03-01'), did(issueFeeNotice, { on: '2024-03-04', method: 'per-page', pages: 50 })];
    expect(change(noticed, did(recordFeeNoticeDelivery, { on: '2024-03-05' }))).toEqual({
      gone: ['record-fee-notice-delivery'],
      come: ['record-fee-lapse'],
    });
    const paid = did(recordPayment, { on: '2024-03-06', amountFen: 20_000 });
    expect(offeredSteps(caseAfter(...noticed, paid))).not.toContain('issue-fee-notice');
  });

  it('deliver and publish a reply once, and erase once', () => {
    const replied = [
      received('2024-03-01'),
      did(
        proposeDecision,
        { on: '2024-03-04', outcome: 'granted_provided' },
        { policy: { ...DEFAULT_POLICY, reviewRequired: false } },
      ),
      did(dispatchReply, { on: '2024-03-05', mode: 'post', document: { number: '答〔2024〕1号' } }),
    ];
    expect(change(replied, did(recordDelivery, { on: '2024-03-06' }))).toEqual({ gone: ['record-delivery'], come: [] });
    expect(change(replied, did(recordPublication, { on: '2024-03-06' }))).toEqual({
      gone: ['record-publication'],
      come: [],
    });
    const erased = did(erasePersonalData, { on: '2025-03-06', retentionEndedOn: '2025-03-05', approvedBy: 'head-1' });
    expect(change(replied, erased)).toEqual({ gone: ['erase-personal-data'], come: [] });
  });

  it('are what a refusal names', () => {
    const state = caseAfter(received('2024-03-01'));
    const refusal = expect.objectContaining({
      code: 'step-not-allowed',
      facts: { status: 'in-progress', step: receiveApplication.name, allowedSteps: offeredSteps(state) },
    }) as unknown as Error;
    expect(() => assertAllowed(receiveApplication.name, state)).toThrow(refusal);
  });
});
