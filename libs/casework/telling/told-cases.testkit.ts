import { concludeReasons } from '../asking-reasons/conclude-reasons.js';
import { requestReasons } from '../asking-reasons/request-reasons.js';
import { issueFeeNotice } from '../charging-fee/issue-fee-notice.js';
import { concludeConsultation } from '../consulting/conclude-consultation.js';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { recordConsultationDelivery } from '../consulting/record-consultation-delivery.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { recordPublication } from '../dispatching-reply/record-publication.js';
import { erasePersonalData } from '../erasing-personal-data/erase-personal-data.js';
import { concludeLitigation } from '../pursuing-remedy/conclude-litigation.js';
import { dispatchRemedialReply } from '../pursuing-remedy/dispatch-remedial-reply.js';
import { fileLitigation } from '../pursuing-remedy/file-litigation.js';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { recordCorrection } from '../requesting-correction/record-correction.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { recordPastResult } from '../taking-over/record-past-result.js';
import { terminateApplication } from '../terminating/terminate-application.js';
import { caseAfter, did, historyAfter, received } from '../testkit/case-specification.js';
import { SOURCE } from '../testkit/source.js';

const REVIEWER = { actor: 'reviewer-1', role: 'reviewer' } as const;
const sha256 = 'a'.repeat(64);

const GRANTED = [
  received('2024-01-03', { caseId: 'case-0' }),
  did(proposeDecision, { on: '2024-01-10', outcome: 'granted_provided' }),
  did(reviewDecision, { on: '2024-01-11', result: 'approved' }, REVIEWER),
  did(dispatchReply, { on: '2024-01-12', mode: 'post', document: { number: '答〔2024〕1号' } }),
];

/** Corrected, asked for reasons, silent third party, sent back once, refused; then a suit that corrects the reply. */
export const LONG_CASE = historyAfter(
  received(
    '2024-03-01',
    { channel: 'email', caseNumber: '收〔2024〕7号' },
    { policy: { reviewRequired: true, internetReceipt: 'submission' } },
  ),
  did(requestCorrection, {
    on: '2024-03-05',
    items: ['identity', 'mandate'],
    correctBy: '2024-03-15',
    document: { number: '补〔2024〕7号' },
  }),
  did(recordCorrection, { on: '2024-03-20', goodReason: true }),
  did(requestReasons, { on: '2024-03-21' }),
  did(concludeReasons, { on: '2024-03-25', result: 'accepted', delayedReplyOn: '2024-06-28' }),
  did(consultThirdParty, { on: '2024-03-26', partyRef: 'party-1', consultationId: 'c-1' }),
  did(recordConsultationDelivery, { on: '2024-03-28', consultationId: 'c-1' }),
  did(concludeConsultation, { on: '2024-05-06', consultationId: 'c-1', result: 'silent' }),
  did(
    proposeDecision,
    {
      on: '2024-05-08',
      outcome: 'partially_granted',
      otherGrounds: ['not_processed_duplicate', 'refused_state_secret'],
      articles: ['第三十七条', '第十四条'],
      evidence: [
        { kind: 'classification-marks', document: { number: '密〔2020〕3号', sha256 } },
        { kind: 'reasons', document: { sha256 } },
      ],
      facts: {
        earlierCaseId: 'case-0',
        classification: { level: 'confidential', until: '2030-12-31' },
        lawNames: ['《统计法》', '《档案法》'],
        responsibleAgency: { known: true, name: '某县统计局', contact: '0519-00000000' },
      },
    },
    { related: caseAfter(...GRANTED) },
  ),
  did(
    reviewDecision,
    {
      on: '2024-05-09',
      result: 'returned',
      returnReasons: ['articles', 'wording'],
      document: { number: '审〔2024〕7号', sha256 },
    },
    REVIEWER,
  ),
  did(proposeDecision, {
    on: '2024-05-10',
    outcome: 'refused_internal_affairs',
    facts: { responsibleAgency: { known: false } },
  }),
  did(reviewDecision, { on: '2024-05-11', result: 'approved' }, REVIEWER),
  did(dispatchReply, { on: '2024-05-13', mode: 'electronic', document: { number: '答〔2024〕7号' } }),
  did(fileLitigation, { on: '2024-06-03', remedyId: 's-1', afterReconsideration: true }),
  did(concludeLitigation, { on: '2024-09-02', remedyId: 's-1', result: 'corrected' }),
  did(dispatchRemedialReply, {
    on: '2024-09-20',
    remedyId: 's-1',
    document: { number: '重答〔2024〕1号', sha256 },
    outcome: 'granted_provided',
  }),
);

const approved = { on: '2024-04-01', reason: 'new-evidence', approvedBy: 'head-1' } as const;

/**
 * 0 received, 1 and 2 correction, 3 fee notice; 4 strikes 1 and 2, 5 supplies an extension and its like, 6 corrects and takes away
 * fields of 3, 7 corrects what 6 says, 8 says the fee once more.
 */
export const RECTIFIED_CASE = historyAfter(
  received('2024-03-01'),
  did(requestCorrection, { on: '2024-03-04', items: ['contact'], correctBy: '2024-03-15' }),
  did(recordCorrection, { on: '2024-03-06' }),
  did(issueFeeNotice, { on: '2024-03-08', method: 'per-page', pages: 250, document: { number: '费〔2024〕1号' } }),
  did(rectifyEntry, { ...approved, revision: 1, action: { kind: 'void', also: [2] }, reason: 'wrong-case' }),
  did(rectifyEntry, {
    ...approved,
    revision: 0,
    action: {
      kind: 'insert',
      steps: [
        { step: 'extend-deadline', body: { on: '2024-03-04', workingDays: 5, approvedBy: 'head-1' } },
        { step: 'file-reconsideration', body: { on: '2024-03-05', remedyId: 'r-1' } },
      ],
    },
    reason: 'forgotten',
  }),
  did(rectifyEntry, {
    ...approved,
    revision: 3,
    action: { kind: 'correct', fields: { on: '2024-03-07', pages: 31, amountFen: 10_00 }, remove: ['document'] },
  }),
  did(rectifyEntry, {
    ...approved,
    revision: 6,
    action: {
      kind: 'correct',
      fields: {
        action: { kind: 'correct', fields: { on: '2024-03-07', pages: 32, amountFen: 20_00 } },
        reason: 'typing-error',
      },
    },
  }),
  did(rectifyEntry, {
    ...approved,
    revision: 0,
    action: {
      kind: 'correct',
      fields: { applicantKind: 'commercial-enterprise', caseNumber: 'case-1' },
      remove: ['oral'],
    },
    document: { number: '更〔2024〕1号' },
  }),
);

/** Granted and made public; taken over from a register; ended because nobody could be reached; sued directly and erased. */
export const SHORT_CASES = [
  historyAfter(...GRANTED, did(recordPublication, { on: '2024-02-01' })),
  historyAfter(
    received('2019-03-01'),
    did(
      recordPastResult,
      { on: '2019-03-20', outcome: 'refused_enforcement_file', document: { number: '答〔2019〕1号', sha256 } },
      { source: SOURCE },
    ),
  ),
  historyAfter(
    received('2024-03-01', { channel: 'ordinary-mail' }),
    did(terminateApplication, { on: '2024-05-01', reason: 'unreachable', document: { number: '终〔2024〕1号' } }),
  ),
  historyAfter(
    ...GRANTED,
    did(fileLitigation, { on: '2024-02-01', remedyId: 's-1' }),
    did(concludeLitigation, { on: '2024-03-01', remedyId: 's-1', result: 'corrected' }),
    did(dispatchRemedialReply, { on: '2024-03-11', remedyId: 's-1', document: { number: '重答〔2024〕2号' } }),
    did(erasePersonalData, { on: '2025-03-11', retentionEndedOn: '2025-03-10', approvedBy: 'head-1' }),
  ),
];
