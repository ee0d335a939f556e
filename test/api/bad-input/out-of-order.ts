import { APPLICATION } from '../support/bodies.js';
import { RECEIVE, type BadRequest } from './bad-request.js';

const REPLY = { on: '2024-06-20', mode: 'direct', document: { number: '答复〔2024〕1号' } };
const APPROVAL = { on: '2024-06-14', result: 'approved' };
const PROPOSAL = { on: '2024-06-12', outcome: 'granted_provided' };
const CORRECTION = { on: '2024-06-05', items: ['identity'], correctBy: '2024-06-20' };
const EXTENSION = { on: '2024-06-10', workingDays: 5, approvedBy: 'head' };

type Row = readonly [caseId: string, step: string, body: unknown, code?: string];

const tooEarlyOrTooLate: readonly Row[] = [
  ['open-1', 'confirm-receipt', { on: '2024-06-04' }],
  ['open-1', 'record-correction', { on: '2024-06-12' }],
  ['open-1', 'record-correction-lapse', { on: '2024-06-21', noGoodReason: true }],
  ['open-1', 'record-fee-notice-delivery', { on: '2024-06-12' }],
  ['open-1', 'record-payment', { on: '2024-06-12', amountFen: 100 }],
  ['open-1', 'record-fee-lapse', { on: '2024-06-12' }],
  ['open-1', 'dispatch-reply', REPLY],
  ['open-1', 'record-delivery', { on: '2024-06-21' }],
  ['open-1', 'record-publication', { on: '2024-06-21' }],
  ['internet-1', 'propose-decision', PROPOSAL],
  ['internet-1', 'extend-deadline', EXTENSION],
  ['waiting-1', 'request-correction', CORRECTION],
  ['waiting-1', 'propose-decision', PROPOSAL],
  ['proposed-1', 'propose-decision', PROPOSAL],
  ['proposed-1', 'dispatch-reply', REPLY],
  ['closed-1', 'propose-decision', PROPOSAL],
  ['closed-1', 'dispatch-reply', REPLY],
  ['closed-1', 'extend-deadline', EXTENSION],
  ['closed-1', 'request-correction', CORRECTION],
  ['closed-1', 'withdraw-application', { on: '2024-06-21', written: true, identityChecked: true }],
  ['extended-1', 'extend-deadline', { on: '2024-06-11', workingDays: 1, approvedBy: 'head' }, 'already-extended'],
];

/** Steps that are legal in themselves but not now, and things that were done already. */
export const outOfOrder: readonly BadRequest[] = [
  ...tooEarlyOrTooLate.map(([caseId, step, body, code = 'step-not-allowed']) => ({
    name: `${step} for ${caseId}`,
    path: `/cases/${caseId}/${step}`,
    body,
    status: 409,
    code,
  })),
  {
    name: 'a review of what nobody proposed',
    from: 'reviewer',
    path: '/cases/open-1/review-decision',
    body: APPROVAL,
    status: 409,
    code: 'step-not-allowed',
  },
  {
    name: 'a registration under an id that is taken',
    path: RECEIVE,
    body: { ...APPLICATION, caseId: 'open-1' },
    status: 409,
    code: 'case-id-in-use',
  },
  {
    name: 'an agency founded twice',
    from: 'operator',
    path: '/agencies',
    body: { agency: 'songzhuang', on: '2021-01-01', name: '又一个', level: 'town', parentId: null },
    status: 409,
    code: 'agency-exists',
  },
  {
    name: 'a key that was used for another case',
    path: RECEIVE,
    headers: { 'idempotency-key': 'open-1' },
    body: { ...APPLICATION, caseId: 'open-2' },
    status: 422,
    code: 'command-id-reused',
    at: 'Idempotency-Key',
  },
  {
    name: 'a key that was used for another content',
    path: RECEIVE,
    headers: { 'idempotency-key': 'open-1' },
    body: { ...APPLICATION, caseId: 'open-1', applicantRef: 'applicant-2' },
    status: 422,
    code: 'command-id-reused',
    at: 'Idempotency-Key',
  },
  {
    name: 'a key that was used for another step',
    path: '/cases/open-1/extend-deadline',
    headers: { 'idempotency-key': 'open-1' },
    body: EXTENSION,
    status: 422,
    code: 'command-id-reused',
    at: 'Idempotency-Key',
  },
];
