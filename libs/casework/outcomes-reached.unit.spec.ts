import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import { concludeReasons } from './asking-reasons/conclude-reasons.js';
import { requestReasons } from './asking-reasons/request-reasons.js';
import { issueFeeNotice } from './charging-fee/issue-fee-notice.js';
import { recordFeeLapse } from './charging-fee/record-fee-lapse.js';
import { recordFeeNoticeDelivery } from './charging-fee/record-fee-notice-delivery.js';
import { concludeConsultation } from './consulting/conclude-consultation.js';
import { consultThirdParty } from './consulting/consult-third-party.js';
import { proposeDecision } from './deciding/propose-decision.js';
import { EVIDENCE_KINDS } from './deciding/evidence.js';
import { reviewDecision } from './deciding/review-decision.js';
import { dispatchReply } from './dispatching-reply/dispatch-reply.js';
import { mergeApplication } from './merging/merge-application.js';
import { REPLY_OUTCOME_CODES, type OutcomeCode, type StepOutcomeCode } from './outcomes.js';
import { recordCorrection } from './requesting-correction/record-correction.js';
import { recordCorrectionLapse } from './requesting-correction/record-correction-lapse.js';
import { requestCorrection } from './requesting-correction/request-correction.js';
import { terminateApplication } from './terminating/terminate-application.js';
import { caseAfter, did, given, received, type Deed } from './testkit/case-specification.js';
import { withdrawApplication } from './withdrawing/withdraw-application.js';

const document = { number: '文〔2024〕1号' };
const reviewer = { actor: 'reviewer-1', role: 'reviewer' } as const;
const correctionAsked = did(requestCorrection, { on: '2024-03-04', items: ['description'], correctBy: '2024-03-20' });

/** What has to happen before some of the outcomes may be decided. */
const BEFORE: Partial<Record<OutcomeCode, readonly Deed[]>> = {
  refused_third_party_rights: [
    did(consultThirdParty, { on: '2024-03-04', partyRef: 'party-1', consultationId: 'c-1' }),
    did(concludeConsultation, { on: '2024-03-11', consultationId: 'c-1', result: 'objects' }),
  ],
  unavailable_still_unclear: [correctionAsked, did(recordCorrection, { on: '2024-03-11' })],
  not_processed_excessive: [
    did(requestReasons, { on: '2024-03-04' }),
    did(concludeReasons, { on: '2024-03-11', result: 'rejected' }),
  ],
};

describe('every outcome of the decision table is reached', () => {
  it.each(REPLY_OUTCOME_CODES)('by a reply: %s', (outcome) => {
    const on: LocalDate = '2024-03-25';
    given(
      received('2024-03-01'),
      ...(BEFORE[outcome] ?? []),
      did(proposeDecision, {
        on,
        outcome,
        otherGrounds: outcome === 'partially_granted' ? ['refused_internal_affairs'] : [],
        evidence: EVIDENCE_KINDS.map((kind) => ({ kind, document })),
        facts: {
          earlierReply: { documentNumber: '答〔2023〕1号', repliedOn: '2023-01-05' },
          lawNames: ['《统计法》'],
          classification: { level: 'secret', until: '2030-01-01' },
          responsibleAgency: { known: true, name: '县自然资源局' },
        },
      }),
      did(reviewDecision, { on, result: 'approved' }, reviewer),
    )
      .when(dispatchReply, { on, mode: 'electronic', document })
      .thenCase({ status: 'closed', ending: { on, outcome } });
  });

  const fee = [
    did(issueFeeNotice, { on: '2024-03-04', method: 'per-page', pages: 250 }),
    did(recordFeeNoticeDelivery, { on: '2024-03-05' }),
  ];
  const byStep: Readonly<Record<StepOutcomeCode, Deed>> = {
    other_correction_lapsed: (situation) =>
      did(recordCorrectionLapse, { on: '2024-06-03', noGoodReason: true })(correctionAsked(situation)),
    other_fee_unpaid: (situation) =>
      [...fee, did(recordFeeLapse, { on: '2024-06-03' })].reduce((before, deed) => deed(before), situation),
    other_withdrawn: did(withdrawApplication, { on: '2024-06-03', written: true, identityChecked: true }),
    other_merged: did(
      mergeApplication,
      { on: '2024-06-03', intoCaseId: 'first' },
      { related: caseAfter(received('2024-02-20', { caseId: 'first' })) },
    ),
    other_terminated: did(terminateApplication, { on: '2024-06-03', reason: 'applicant-deceased', document }),
  };

  it.each(Object.entries(byStep))('by a step of its own: %s', (outcome, deed) => {
    expect(caseAfter(received('2024-03-01'), deed)).toMatchObject({
      status: 'closed',
      ending: { on: '2024-06-03', outcome },
    });
  });
});
