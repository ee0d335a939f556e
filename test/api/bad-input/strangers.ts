import { APPLICATION } from '../support/bodies.js';
import { RECEIVE, type BadRequest } from './bad-request.js';

const unauthenticated = { status: 401, code: 'unauthenticated' };
const forbidden = (code: string) => ({ status: 403, code });
/** What a case that there is not answers, too. */
const unknown = { status: 404, code: 'not-found' };
const PROPOSAL = { on: '2024-06-12', outcome: 'granted_provided' };
const POLICY = { on: '2024-06-01', policy: { reviewRequired: false } };
const FOUNDING = { agency: 'new', on: '2024-01-01', name: '新机关', level: 'town', parentId: null };

/** People who may not: unknown, not any more, in another role, of another agency. */
export const strangers: readonly BadRequest[] = [
  { name: 'no token', from: 'nobody', path: RECEIVE, body: APPLICATION, ...unauthenticated },
  { name: 'no token, reading', from: 'nobody', method: 'GET', path: '/cases/open-1', ...unauthenticated },
  {
    name: 'no token, a case that does not exist',
    from: 'nobody',
    method: 'GET',
    path: '/cases/none',
    ...unauthenticated,
  },
  { name: 'an expired token', from: 'expired', path: RECEIVE, body: APPLICATION, ...unauthenticated },
  { name: 'a revoked token', from: 'revoked', path: RECEIVE, body: APPLICATION, ...unauthenticated },
  ...[
    ['an empty scheme', 'Bearer'],
    ['a token that nobody has', `Bearer gk_${'A'.repeat(43)}`],
    ['a token of another shape', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
    ['a password', 'Basic YWRtaW46YWRtaW4='],
    ['an injected token', `Bearer gk_' OR '1'='1`],
    ['two schemes', `Bearer x, Bearer y`],
    ['a very long token', `Bearer ${'x'.repeat(8_000)}`],
  ].map(([name = '', authorization = '']) => ({
    name,
    from: 'nobody' as const,
    path: RECEIVE,
    headers: { authorization },
    body: APPLICATION,
    ...unauthenticated,
  })),
  {
    name: 'an auditor who registers',
    from: 'auditor',
    path: RECEIVE,
    body: APPLICATION,
    ...forbidden('role-not-allowed'),
  },
  {
    name: 'an auditor who proposes',
    from: 'auditor',
    path: '/cases/open-1/propose-decision',
    body: PROPOSAL,
    ...forbidden('role-not-allowed'),
  },
  {
    name: 'an auditor who closes a year',
    from: 'auditor',
    path: '/agencies/songzhuang/years/2023/close',
    body: {},
    ...forbidden('role-not-allowed'),
  },
  {
    name: 'a handler who reviews',
    path: '/cases/proposed-1/review-decision',
    body: { on: '2024-06-14', result: 'approved' },
    ...forbidden('role-not-allowed'),
  },
  { name: 'a handler who founds an agency', path: '/agencies', body: FOUNDING, ...forbidden('role-not-allowed') },
  {
    name: 'a handler who sets the policy',
    path: '/agencies/songzhuang/set-policy',
    body: POLICY,
    ...forbidden('role-not-allowed'),
  },
  {
    name: 'a reviewer who registers',
    from: 'reviewer',
    path: RECEIVE,
    body: APPLICATION,
    ...forbidden('role-not-allowed'),
  },
  {
    name: 'an operator who registers',
    from: 'operator',
    path: RECEIVE,
    body: APPLICATION,
    ...forbidden('role-not-allowed'),
  },
  {
    name: 'a neighbour who registers here',
    from: 'neighbour',
    path: RECEIVE,
    body: APPLICATION,
    ...forbidden('outside-scope'),
  },
  {
    name: 'a neighbour who proposes here',
    from: 'neighbour',
    path: '/cases/open-1/propose-decision',
    body: PROPOSAL,
    ...unknown,
  },
  {
    name: 'a neighbour who reads a case here',
    from: 'neighbour',
    method: 'GET',
    path: '/cases/open-1',
    ...unknown,
  },
  {
    name: 'a neighbour who reads a history here',
    from: 'neighbour',
    method: 'GET',
    path: '/cases/open-1/history',
    ...unknown,
  },
  {
    name: 'a neighbour who reads a clock here',
    from: 'neighbour',
    method: 'GET',
    path: '/cases/open-1/clock',
    ...unknown,
  },
  {
    name: 'a neighbour who rectifies here',
    from: 'neighbour',
    path: '/cases/open-1/rectify-entry',
    body: {
      on: '2024-06-12',
      revision: 0,
      action: { kind: 'correct', fields: { applicantKind: 'other' } },
      reason: 'typing-error',
      approvedBy: 'head-1',
    },
    ...unknown,
  },
  {
    name: 'a neighbour who reads the tables here',
    from: 'neighbour',
    method: 'GET',
    path: '/agencies/songzhuang/years/2024',
    ...forbidden('outside-scope'),
  },
  {
    name: 'a neighbour who reads the worklist here',
    from: 'neighbour',
    method: 'GET',
    path: '/worklist?agency=songzhuang',
    ...forbidden('outside-scope'),
  },
  {
    name: 'a handler who records in the register of a neighbour',
    path: '/agencies/mengjin/register/record-publications',
    body: {},
    ...forbidden('outside-scope'),
  },
];
