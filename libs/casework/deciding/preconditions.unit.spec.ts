import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import type { Case } from '../case.js';
import { DEFAULT_POLICY } from '../step.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { requestReasons } from '../asking-reasons/request-reasons.js';
import { concludeReasons } from '../asking-reasons/conclude-reasons.js';
import { concludeConsultation } from '../consulting/conclude-consultation.js';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { recordCorrection } from '../requesting-correction/record-correction.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import { proposeDecision } from './propose-decision.js';

const noReview = { policy: { ...DEFAULT_POLICY, reviewRequired: false } };
const on: LocalDate = '2024-04-30';
const propose = (outcome: string, more: object = {}) => ({ on, outcome, ...more });
const evidence = (kind: string) => ({ evidence: [{ kind, document: { number: '证〔2024〕1号' } }] });

describe('grounds that need a fact or a document', () => {
  it.each([
    ['partially_granted', 'needs-withheld-grounds', { otherGrounds: ['refused_internal_affairs'] }],
    ['refused_state_secret', 'needs-classification', { facts: { classification: { level: 'secret' } } }],
    ['refused_prohibited_by_law', 'needs-law-names', { facts: { lawNames: ['《统计法》'] } }],
    ['unavailable_not_this_agency', 'needs-responsible-agency', { facts: { responsibleAgency: { known: false } } }],
    ['refused_security_stability', 'needs-evidence', evidence('adverse-effect')],
    ['unavailable_not_exist', 'needs-evidence', evidence('search-record')],
    ['not_processed_reconfirm', 'needs-evidence', evidence('reasons')],
  ])('%s', (outcome, code, met) => {
    given(received('2024-03-01')).when(proposeDecision, propose(outcome)).thenRefused(code);
    given(received('2024-03-01'))
      .when(proposeDecision, propose(outcome, met))
      .thenCase({ status: 'decision-proposed' });
  });

  it('hold for the withheld part of a partial grant, too', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, propose('partially_granted', { otherGrounds: ['unavailable_not_exist'] }))
      .thenRefused('needs-evidence', 'body.evidence');
  });

  it('take only documents that can be found again', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, propose('unavailable_not_exist', { evidence: [{ kind: 'search-record', document: {} }] }))
      .thenRefused('invalid-input', 'body.evidence[0].document');
  });

  it('不予处理-5 is reviewed whatever the policy of the agency (Q15)', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, propose('not_processed_reconfirm', evidence('reasons')), noReview)
      .thenCase({ status: 'decision-proposed' });
  });
});

describe('补正后仍不明确', () => {
  const asked = did(requestCorrection, { on: '2024-03-04', items: ['description'], correctBy: '2024-03-20' });

  it('needs a correction that came in', () => {
    given(received('2024-03-01'))
      .when(proposeDecision, propose('unavailable_still_unclear'))
      .thenRefused('needs-correction-attempt', 'body.outcome');
    given(received('2024-03-01'), asked, did(recordCorrection, { on: '2024-03-11' }))
      .when(proposeDecision, propose('unavailable_still_unclear'))
      .thenCase({ status: 'decision-proposed' });
  });

  it('is not decided before the correction came in', () => {
    given(received('2024-03-01'), asked, did(recordCorrection, { on: '2024-03-11' }))
      .when(proposeDecision, { ...propose('unavailable_still_unclear'), on: '2024-03-10' })
      .thenRefused('date-order', 'body.on');
  });
});

describe('大量反复申请', () => {
  const asked = did(requestReasons, { on: '2024-03-04' });

  it('needs reasons that were asked for and rejected (Art. 35)', () => {
    const excessive = propose('not_processed_excessive');
    given(received('2024-03-01')).when(proposeDecision, excessive).thenRefused('needs-rejected-reasons');
    given(received('2024-03-01'), asked).when(proposeDecision, excessive).thenRefused('needs-rejected-reasons');
    given(received('2024-03-01'), asked, did(concludeReasons, { on: '2024-03-12', result: 'rejected' }))
      .when(proposeDecision, excessive)
      .thenCase({ status: 'decision-proposed' });
  });
});

describe('保护第三方合法权益', () => {
  const refusal = propose('refused_third_party_rights');
  const consulted = (consultationId: string) =>
    did(consultThirdParty, { on: '2024-03-04', consultationId, partyRef: 'p-1' });
  const answered = (consultationId: string, result: 'agrees' | 'objects') =>
    did(concludeConsultation, { on: '2024-03-20', consultationId, result });

  it('needs consultations that are over and not all in favour of disclosure', () => {
    given(received('2024-03-01')).when(proposeDecision, refusal).thenRefused('needs-third-party-consultation');
    given(received('2024-03-01'), consulted('c-1'))
      .when(proposeDecision, refusal)
      .thenRefused('needs-third-party-consultation');
    given(received('2024-03-01'), consulted('c-1'), answered('c-1', 'agrees'))
      .when(proposeDecision, refusal)
      .thenRefused('needs-third-party-consultation');
    given(
      received('2024-03-01'),
      consulted('c-1'),
      consulted('c-2'),
      answered('c-1', 'agrees'),
      answered('c-2', 'objects'),
    )
      .when(proposeDecision, refusal)
      .thenCase({ status: 'decision-proposed' });
  });
});

describe('重复申请', () => {
  const answeredOn = (day: LocalDate, applicantRef = 'applicant-1') =>
    caseAfter(
      received('2024-01-02', { caseId: 'earlier', applicantRef }),
      did(proposeDecision, { on: day, outcome: 'granted_provided' }, noReview),
      did(dispatchReply, { on: day, mode: 'post', document: { number: '答〔2024〕1号' } }),
    );
  const duplicate = propose('not_processed_duplicate', { facts: { earlierCaseId: 'earlier' } });
  const proposing = (related: Case | null) =>
    given(received('2024-03-01')).when(proposeDecision, duplicate, { related });

  it('rests on an earlier case of the same applicant, answered before this one came in; the event keeps the date', () => {
    proposing(answeredOn('2024-02-20')).thenRecords({ earlierRepliedOn: '2024-02-20' });
    proposing(answeredOn('2024-03-01')).thenCase({ status: 'decision-proposed' });
  });

  it('is refused when the answer came after this application', () => {
    proposing(answeredOn('2024-03-02')).thenRefused('needs-earlier-answer', 'body.facts');
  });

  it('is refused while the earlier case is open, with the hint to merge (Q16)', () => {
    const error = proposing(caseAfter(received('2024-01-02', { caseId: 'earlier' }))).thenRefused('earlier-case-open');
    expect(error.facts['hint']).toBe('merge-application');
  });

  it('is refused for a case that is unknown, of somebody else, or ended without an answer', () => {
    proposing(null).thenRefused('earlier-case-unfit', 'body.facts.earlierCaseId');
    proposing(answeredOn('2024-02-20', 'applicant-2')).thenRefused('earlier-case-unfit', 'body.facts.earlierCaseId');
    proposing(
      caseAfter(
        received('2024-01-02', { caseId: 'earlier' }),
        did(withdrawApplication, { on: '2024-01-10', written: true, identityChecked: true }),
      ),
    ).thenRefused('earlier-case-unfit', 'body.facts.earlierCaseId');
  });

  it('may rest on an answer from before the system, by number and date', () => {
    const facts = { earlierReply: { documentNumber: '答〔2019〕7号', repliedOn: '2019-05-06' } };
    given(received('2024-03-01'))
      .when(proposeDecision, propose('not_processed_duplicate', { facts }))
      .thenRecords({ earlierRepliedOn: '2019-05-06' });
    given(received('2024-03-01'))
      .when(proposeDecision, propose('not_processed_duplicate'))
      .thenRefused('needs-earlier-answer', 'body.facts.earlierCaseId');
  });
});
